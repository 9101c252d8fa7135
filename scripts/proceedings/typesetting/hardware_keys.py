"""MLPerf's system description keys in words, grouped as a reader looks for them."""

from __future__ import annotations

from proceedings.records.reproducibility import Hardware

GROUPS: dict[str, dict[str, str]] = {
    "System": {
        "number_of_nodes": "nodes",
        "operating_system": "operating system",
        "cooling": "cooling",
        "hw_notes": "notes",
    },
    "Host": {
        "host_processor_model_name": "processor",
        "host_processors_per_node": "processors per node",
        "host_processor_core_count": "cores per processor",
        "host_processor_vcpu_count": "virtual CPUs",
        "host_processor_frequency": "frequency",
        "host_processor_caches": "caches",
        "host_processor_interconnect": "interconnect",
        "host_memory_capacity": "memory",
        "host_memory_configuration": "memory configuration",
    },
    "Accelerator": {
        "accelerator_model_name": "model",
        "accelerators_per_node": "per node",
        "accelerator_memory_capacity": "memory",
        "accelerator_memory_configuration": "memory configuration",
        "accelerator_frequency": "frequency",
        "accelerator_interconnect": "interconnect",
        "accelerator_interconnect_topology": "topology",
        "accelerator_host_interconnect": "host interconnect",
    },
    "Network": {
        "host_networking": "fabric",
        "host_networking_topology": "topology",
        "host_network_card_count": "cards per node",
    },
    "Storage": {"host_storage_type": "type", "host_storage_capacity": "capacity"},
}


def hardware_groups(item: Hardware) -> list[tuple[str, list[tuple[str, str]]]]:
    """(group, [(label, value), ...]) of every key that is filled in."""
    groups = []
    for group, keys in GROUPS.items():
        pairs = [(label, str(value)) for key, label in keys.items() if (value := getattr(item, key))]
        if pairs:
            groups.append((group, pairs))
    return groups
