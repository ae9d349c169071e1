// Kotak cari dengan papan ketik: "/" memfokuskan, panah menelusuri hasil, Esc menutup.
"use strict";
(() => {
  const kotak = document.getElementById("kotak-cari");
  const hasil = document.getElementById("hasil-cari");
  if (!kotak) return;
  const laci = document.getElementById("buka-menu");
  const mengetik = (el) => el.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(el.tagName);

  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || mengetik(e.target)) return;
    e.preventDefault();
    laci.checked = true; // di layar sempit kotaknya di dalam laci
    kotak.select();
  });

  // sesi yang berakhir menjawab dengan halaman masuk: halamannya dibuka, bukan disisipkan
  kotak.form.addEventListener("htmx:beforeSwap", (e) => {
    if (new URL(e.detail.xhr.responseURL).pathname === kotak.form.getAttribute("action")) return;
    e.detail.shouldSwap = false;
    window.location.reload();
  });
  kotak.form.addEventListener("htmx:sendError", (e) => {
    e.stopPropagation(); // kalimatnya di tempat hasilnya
    hasil.textContent = "Tidak tersambung; hasilnya belum diminta.";
  });

  // hasilnya hanya selama kotak atau daftarnya dipakai
  kotak.form.addEventListener("focusout", (e) => {
    const tujuan = e.relatedTarget;
    if (tujuan === null || kotak.form.contains(tujuan) || hasil.contains(tujuan)) return;
    hasil.replaceChildren();
  });
  document.addEventListener("click", (e) => {
    if (!kotak.form.contains(e.target)) hasil.replaceChildren();
  });

  kotak.form.addEventListener("keydown", (e) => {
    const tautan = [...hasil.querySelectorAll("a")];
    const kini = tautan.indexOf(document.activeElement);
    if (e.key === "Escape") {
      hasil.replaceChildren();
      kotak.value = "";
      kotak.focus();
    } else if (e.key === "ArrowDown" && tautan.length) {
      e.preventDefault();
      tautan[Math.min(kini + 1, tautan.length - 1)].focus();
    } else if (e.key === "ArrowUp" && kini >= 0) {
      e.preventDefault();
      (tautan[kini - 1] ?? kotak).focus();
    }
  });
})();
