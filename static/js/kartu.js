// Layar sempit: tabel yang tidak muat menjadi kartu, satu baris satu kartu. Tanpa berkas ini tabelnya digeser.
"use strict";
(() => {
  const sempit = window.matchMedia("(max-width: 40rem)");

  // Judul tiap kolom, dari semua baris kepalanya.
  function judul(tabel) {
    const petak = [];
    [...tabel.tHead.rows].forEach((baris, y) => {
      petak[y] ??= [];
      [...baris.cells].forEach((sel) => {
        let x = petak[y].findIndex((isi) => isi === undefined);
        if (x < 0) x = petak[y].length;
        for (let j = 0; j < sel.rowSpan; j += 1) {
          petak[y + j] ??= [];
          for (let i = 0; i < sel.colSpan; i += 1) petak[y + j][x + i] = sel;
        }
      });
    });
    const bertingkat = (x) => [...new Set(petak.map((baris) => baris[x]?.textContent.trim()))].filter(Boolean);
    return petak.at(-1).map((_, x) => bertingkat(x).join(" · "));
  }

  // Baris yang selnya menyatu dengan baris lain tidak dapat berdiri sendiri.
  const menyatu = (tabel) => [...tabel.querySelectorAll(":scope > tbody > tr > *")].some((sel) => sel.rowSpan > 1);

  function beriJudul(tabel) {
    const kolom = judul(tabel);
    tabel.querySelectorAll(":scope > :is(tbody, tfoot) > tr").forEach((baris) => {
      let x = 0;
      [...baris.cells].forEach((sel) => {
        if (x > 0 && sel.colSpan === 1 && kolom[x]) sel.dataset.judul = kolom[x];
        sel.classList.toggle("hampa", sel.childElementCount === 0 && sel.textContent.trim() === "" && !sel.dataset.k);
        x += sel.colSpan;
      });
    });
    tabel.dataset.berjudul = "";
  }

  function tata() {
    document.querySelectorAll(".bingkai-tabel > table:not(.lipat)").forEach((tabel) => {
      tabel.classList.remove("kartu");
      if (!sempit.matches || !tabel.tHead || menyatu(tabel)) return;
      if (tabel.scrollWidth <= tabel.parentElement.clientWidth) return;
      if (tabel.dataset.berjudul === undefined) beriJudul(tabel);
      tabel.classList.add("kartu");
    });
  }

  tata();
  sempit.addEventListener("change", tata);
  document.addEventListener("htmx:afterSettle", tata);
  document.addEventListener("toggle", tata, true);
})();
