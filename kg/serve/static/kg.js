// Completion: what is written in a field with data-suggest is asked of /suggest, and offered in the field's list.
"use strict";

function complete(field) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const words = field.value.trim();
      if (words.length < 2 || [...list.options].some((each) => each.value === words)) return;
      const answer = await fetch(`/suggest?${new URLSearchParams({ q: words })}`);
      if (!answer.ok || words !== field.value.trim()) return;
      list.replaceChildren(
        ...(await answer.json()).map(({ name, kind }) => Object.assign(new Option(kind, name), { label: kind })),
      );
    }, 120);
  });
}

document.querySelectorAll("input[data-suggest]").forEach(complete);
