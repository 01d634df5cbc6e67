
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const form = document.querySelector("form.filter");
  const drawer = document.querySelector(".drawer");
  const items = all("main [data-r]");
  const output = form.querySelector("output");
  const texts = new Map();
  let opener = null;

  // Filter: by words, report, outlet and day. Numbers only are compared; report text is never interpreted.
  form.hidden = false;
  const fold = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const textOf = item => {
    if (!texts.has(item)) {
      // Neighbouring pieces are kept apart, or "Town 12" and a reference "3" would be found as "123".
      const pieces = [];
      const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) pieces.push(walker.currentNode.data);
      texts.set(item, fold(pieces.join(" ")));
    }
    return texts.get(item);
  };
  const filter = () => {
    const words = fold(form.elements.q.value).split(/\s+/).filter(Boolean);
    const report = form.elements.r.value;
    const outlet = form.elements.o.value ? new Set(form.elements.o.value.split(" ")) : null;
    const day = form.elements.d.value;
    const active = words.length > 0 || report || outlet || day;
    if (active) for (const more of all("details.more")) more.open = true;
    let shown = 0;
    for (const item of items) {
      const numbers = item.dataset.r.split(" ");
      const fits = (!report || numbers.includes(report)) && (!outlet || numbers.some(n => outlet.has(n)))
        && (!day || !item.dataset.d || item.dataset.d === day) && words.every(w => textOf(item).includes(w));
      item.hidden = active && !fits;
      if (fits) shown++;
    }
    for (const group of all("main .day, main .voice")) group.hidden = active && !group.querySelector("[data-r]:not([hidden])");
    for (const text of all("main .report")) {
      const number = text.id.replace("report-", "");
      text.hidden = active && ((report && number !== report) || (outlet && !outlet.has(number)) || !words.every(w => textOf(text).includes(w)));
    }
    output.textContent = active ? `${shown} of ${items.length} lines` : "";
  };
  form.addEventListener("input", filter);
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", event => event.preventDefault());

  // Every part of one evidence lights up, also where it runs over a paragraph's end.
  const parts = id => [document.getElementById(id), ...all(`mark[data-of="${CSS.escape(id)}"]`)].filter(Boolean);
  const land = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    for (const mark of all("mark.lit", document.querySelector("main"))) mark.classList.remove("lit");
    const target = id && document.getElementById(id);
    if (!target) return;
    const folded = target.closest("details:not([open])");
    if (folded) { folded.open = true; target.scrollIntoView(); }
    if (target.closest("[hidden]")) { form.reset(); setTimeout(() => target.scrollIntoView({ block: "center" }), 20); }
    if (target.tagName === "MARK") {
      for (const part of parts(id)) part.classList.add("lit");
      target.scrollIntoView({ block: "center" });
    }
  };
  addEventListener("hashchange", land);
  land();

  // The drawer shows the words in their paragraph without leaving the line that rests on them.
  const close = () => {
    if (drawer.hidden) return;
    drawer.hidden = true;
    if (opener) opener.focus();
    opener = null;
  };
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (className) element.className = className;
    return element;
  };
  const open = (link, id) => {
    const target = document.getElementById(id);
    const report = target && target.closest(".report");
    if (!report) return false;
    const shut = make("button", "×");
    shut.setAttribute("aria-label", "Close");
    shut.addEventListener("click", close);
    const heading = make("h2");
    heading.append(make("bdi", report.querySelector("h3").textContent));
    const words = make("div", "", "words");
    for (const part of parts(id)) {
      const paragraph = part.closest("p").cloneNode(true);
      for (const mark of all("mark", paragraph)) {
        if (mark.id === id || mark.dataset.of === id) mark.classList.add("lit");
        mark.removeAttribute("id");
      }
      words.append(paragraph);
    }
    const more = make("a", "Read it in the full report", "open");
    more.href = "#" + id;
    more.addEventListener("click", () => { opener = null; drawer.hidden = true; });
    drawer.replaceChildren(shut, make("p", report.querySelector(".outlet").textContent, "outlet"), heading, make("p", report.querySelector(".meta").textContent.trim(), "meta"), words, more);
    drawer.hidden = false;
    opener = link;
    drawer.focus();
    return true;
  };
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a.ref");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    if (open(link, link.getAttribute("href").slice(1))) event.preventDefault();
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") close(); });

  // Map and timeline point at each other.
  const near = (place, on) => {
    for (const element of all(`[data-place="${CSS.escape(place)}"], [data-p="${CSS.escape(place)}"]`)) element.classList.toggle("is-near", on);
  };
  for (const element of all("[data-place], [data-p]")) {
    const place = element.dataset.place || element.dataset.p;
    if (!place) continue;
    for (const [name, on] of [["pointerenter", true], ["pointerleave", false], ["focusin", true], ["focusout", false]])
      element.addEventListener(name, () => near(place, on));
  }
  for (const bar of all(".escalation a")) {
    const day = document.getElementById(bar.dataset.day);
    if (!day) continue;
    bar.addEventListener("pointerenter", () => day.classList.add("is-near"));
    bar.addEventListener("pointerleave", () => day.classList.remove("is-near"));
  }
  addEventListener("beforeprint", () => { for (const details of all("details")) details.open = true; });
})();
