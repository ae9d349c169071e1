// Layar penuh untuk rapat; tanpa skrip tombolnya tidak ada dan halamannya tetap terbaca.
"use strict";
(() => {
  const tombol = document.querySelector("[data-layar-penuh]");
  if (!tombol || !document.fullscreenEnabled) return;
  const isi = document.getElementById("isi");
  tombol.hidden = false;
  tombol.addEventListener("click", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else isi.requestFullscreen();
  });
  document.addEventListener("fullscreenchange", () => {
    tombol.textContent = document.fullscreenElement ? "Keluar dari layar penuh" : "Layar penuh";
  });
})();
