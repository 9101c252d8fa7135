"use strict";
// Everything is readable without this: it adds choosing papers by status and by words, and opens what is linked to.
(() => {
  const rows = [...document.querySelectorAll("tr.paper")];
  const choice = document.querySelector(".choice");
  if (choice && rows.length > 1) {
    const chosen = new Set();
    const words = document.createElement("input");
    words.type = "search";
    words.placeholder = "Title, author, id or code";
    words.setAttribute("aria-label", "Show only papers with these words");
    const told = document.createElement("span");
    told.setAttribute("role", "status");
    told.className = "unseen";
    const text = new Map();
    const show = () => {
      const sought = words.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        if (sought && !text.has(row)) text.set(row, row.textContent.toLowerCase());
        row.hidden = (chosen.size > 0 && !chosen.has(row.dataset.standing)) || (sought !== "" && !text.get(row).includes(sought));
        if (!row.hidden) shown += 1;
      }
      for (const session of document.querySelectorAll(".session")) {
        session.hidden = !session.querySelector("tr.paper:not([hidden])");
      }
      told.textContent = `${shown} of ${rows.length} papers shown`;
    };
    for (const item of choice.querySelectorAll("li")) {
      const button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-pressed", "false");
      button.append(...item.childNodes);
      item.append(button);
      button.addEventListener("click", () => {
        const standing = item.dataset.standing;
        if (!chosen.delete(standing)) chosen.add(standing);
        button.setAttribute("aria-pressed", String(chosen.has(standing)));
        show();
      });
    }
    words.addEventListener("input", show);
    choice.append(words, told);
  }
  const pages = document.querySelectorAll("a.shown");
  if (pages.length && window.HTMLDialogElement) {
    const dialog = document.createElement("dialog");
    const close = document.createElement("button");
    const large = document.createElement("img");
    dialog.className = "large";
    close.type = "button";
    close.textContent = "Close";
    dialog.append(close, large);
    document.body.append(dialog);
    dialog.addEventListener("click", () => dialog.close());
    for (const page of pages) {
      page.addEventListener("click", (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        large.src = page.href;
        large.alt = page.querySelector("img").alt;
        dialog.setAttribute("aria-label", page.querySelector("small").textContent);
        dialog.showModal();
      });
    }
  }
  const openTarget = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const folded = target && target.querySelector("td details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", openTarget);
  addEventListener("beforeprint", () => {
    document.querySelectorAll("td details").forEach((each) => { each.open = true; });
    document.querySelectorAll(".shown img").forEach((each) => { each.loading = "eager"; });
  });
  openTarget();
})();
