"""Writing edition folders: imported ones and commented skeletons."""
