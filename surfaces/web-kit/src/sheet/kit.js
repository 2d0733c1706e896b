// What script adds to pages that work without it. It stores nothing and asks nothing of the network.
(function () {
  "use strict";

  // an error summary takes the focus, so that a screen reader begins with it
  var summary = document.querySelector(".errors[role=alert]");
  if (summary) summary.focus();

  // what only script can do is served hidden
  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  document.querySelectorAll("[data-copy]").forEach(function (button) {
    if (!navigator.clipboard) return;
    button.hidden = false;
    button.addEventListener("click", function () {
      navigator.clipboard.writeText(button.dataset.copy).then(function () {
        button.textContent = button.dataset.copied;
      });
    });
  });

  // characters are counted as the server counts them: code points of the composed form, line ends as one; up to four values in a row
  // that only change their neighbour or show nothing are not counted
  document.querySelectorAll("[data-count]").forEach(function (line) {
    var field = document.getElementById(line.dataset.count);
    if (!field) return;
    var max = Number(line.dataset.max);
    var count = function () {
      var text = field.value.normalize("NFC").replace(/\r\n?/g, "\n").trim();
      var used = Array.from(text.replace(/[\p{M}\p{DI}]{1,4}([\p{M}\p{DI}]*)/gu, "$1")).length;
      var left = max - used;
      var words = left < 0 ? line.dataset.over : Math.abs(left) === 1 && line.dataset.one ? line.dataset.one : line.dataset.left;
      line.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
      line.classList.toggle("sig-late", left < 0);
    };
    line.hidden = false;
    field.addEventListener("input", count);
    count();
  });
})();
