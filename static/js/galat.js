// Jawaban galat atas permintaan htmx disebut di atas isi halaman, sebab tidak ditukar ke dalamnya.
"use strict";
(() => {
  const PUTUS = "Tidak tersambung; belum ada yang terkirim. Periksa jaringannya, lalu ulangi.";
  const GALAT = "Peladen tidak dapat menjawab. Muat ulang halaman ini, periksa isinya, lalu ulangi.";
  const sebut = (kalimat) => {
    const kabar = document.querySelector("main > .kabar");
    const butir = document.createElement("p");
    butir.className = "alert alert-danger";
    butir.setAttribute("role", "status");
    butir.textContent = kalimat;
    kabar.replaceChildren(butir);
    kabar.scrollIntoView({ block: "center" });
  };
  document.addEventListener("htmx:responseError", (e) => {
    const halaman = new DOMParser().parseFromString(e.detail.xhr.responseText, "text/html");
    sebut(halaman.querySelector(".galat .pengantar")?.textContent.trim() || GALAT);
  });
  document.addEventListener("htmx:sendError", () => sebut(PUTUS));
})();
