// Blok sel pada kisi: pilih dengan Shift, salin, tempel, isi ke bawah (Ctrl+D), kosongkan. Menyimpan lewat grid.js.
"use strict";
(() => {
  const formulir = document.querySelector("form.lembar");
  if (!formulir?.kisi) return;
  const { alihkan, baca, katakan, nama } = formulir.kisi;
  const tempelan = formulir.querySelector("[data-tempel]");
  const tabel = formulir.querySelector("table");
  let pangkal = null;
  let ujung = null;

  const letak = (td) => ({ r: [...tabel.tBodies[0].rows].indexOf(td.parentElement), c: td.cellIndex });
  const selDi = (r, c) => tabel.tBodies[0].rows[r]?.cells[c];
  const masukan = (td) => (td?.classList.contains("isian") ? td.firstElementChild : null);
  const isi = (td) => { const el = masukan(td); return el ? baca(el) : td.textContent.trim(); };

  // Baris-baris sel dalam persegi dari pangkal ke ujung.
  function blok() {
    if (!pangkal || !ujung) return [];
    const [a, b] = [letak(pangkal), letak(ujung)];
    const baris = [];
    for (let r = Math.min(a.r, b.r); r <= Math.max(a.r, b.r); r += 1) {
      const sel = [];
      for (let c = Math.min(a.c, b.c); c <= Math.max(a.c, b.c); c += 1) sel.push(selDi(r, c));
      baris.push(sel);
    }
    return baris;
  }

  function tandai() {
    tabel.querySelectorAll("td.terpilih").forEach((td) => td.classList.remove("terpilih"));
    const baris = blok();
    if (baris.flat().length < 2) return;
    baris.flat().forEach((td) => td.classList.add("terpilih"));
    const ukuran = `${baris.length} × ${baris[0].length} sel terpilih.`;
    katakan(`${ukuran} Ctrl+C menyalin, Ctrl+D mengisi ke bawah, Delete mengosongkan.`);
  }

  function mulai(td) {
    pangkal = td;
    ujung = td;
    tandai();
  }

  function perluas(dBaris, dKolom) {
    const { r, c } = letak(ujung);
    const tujuan = selDi(r + dBaris, c + dKolom);
    if (!tujuan || tujuan.tagName === "TH") return;
    ujung = tujuan;
    tujuan.scrollIntoView({ block: "nearest", inline: "nearest" });
    tandai();
  }

  // Isi baris pertama blok, atau sel di atasnya bila satu baris, disalin ke bawah.
  function isiKeBawah() {
    const baris = blok();
    if (!baris.length) return;
    const { r } = letak(baris[0][0]);
    const sumber = baris.length > 1 ? baris[0] : baris[0].map((td) => selDi(r - 1, td.cellIndex));
    const tujuan = baris.length > 1 ? baris.slice(1) : baris;
    if (!sumber[0]) { katakan("Tidak ada sel di atasnya untuk disalin."); return; }
    alihkan(tujuan.flatMap((deret) => deret.map((td, i) => [masukan(td), isi(sumber[i])])).filter(([el]) => el));
  }

  const kosongkan = () => alihkan(blok().flat().map(masukan).filter(Boolean).map((el) => [el, ""]));

  tabel.addEventListener("focusin", ({ target }) => {
    const td = target.closest("td.isian");
    if (td) mulai(td);
  });
  tabel.addEventListener("mousedown", (peristiwa) => {
    const td = peristiwa.target.closest("tbody td");
    if (!td || !peristiwa.shiftKey || !pangkal) return;
    peristiwa.preventDefault();
    ujung = td;
    tandai();
  });
  tabel.addEventListener("keydown", (peristiwa) => {
    const { key, shiftKey, ctrlKey, metaKey, target } = peristiwa;
    const banyak = blok().flat().length;
    const arah = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[key];
    if (arah && shiftKey && target.tagName !== "TEXTAREA") perluas(...arah);
    else if ((ctrlKey || metaKey) && key.toLowerCase() === "d") isiKeBawah();
    else if (key === "Delete" && banyak > 1) kosongkan();
    else return;
    peristiwa.preventDefault();
    peristiwa.stopImmediatePropagation();
  }, true);
  tabel.addEventListener("copy", (peristiwa) => {
    const baris = blok();
    if (baris.flat().length < 2) return;
    peristiwa.preventDefault();
    peristiwa.clipboardData.setData("text/plain", baris.map((deret) => deret.map(isi).join("\t")).join("\n"));
    katakan(`Tersalin: ${baris.length} × ${baris[0].length} sel.`);
  });

  // Tempel blok dari lembar kerja: semua atau tidak sama sekali.
  function uraikan(teks) {
    const hasil = [[]];
    const pola = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/gy;
    const bersih = teks.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    let cocok;
    while ((cocok = pola.exec(bersih))) {
      const [, isi, akhir] = cocok;
      hasil.at(-1).push(isi.startsWith('"') ? isi.slice(1, -1).replace(/""/g, '"') : isi);
      if (akhir === "") break;
      if (akhir === "\n") hasil.push([]);
    }
    return hasil;
  }

  function sasaranTempel(mulai, blok) {
    const baris = [...tabel.tBodies[0].rows];
    const r0 = baris.indexOf(mulai.closest("tr"));
    const c0 = mulai.closest("td").cellIndex;
    const lebar = Math.max(...blok.map((isi) => isi.length));
    const muat = baris[r0].cells.length - c0;
    const sisa = baris.length - r0;
    const dari = `mulai dari ${nama(mulai)}`;
    const tidakMuat = (ukuran, ada) => [`Tempelan ${ukuran} tidak muat: ${dari} hanya ada ${ada}.`, []];
    if (lebar > muat) return tidakMuat(`${lebar} kolom`, `${muat} kolom`);
    if (blok.length > sisa) return tidakMuat(`${blok.length} baris`, `${sisa} baris`);
    const sel = [];
    for (const [i, isi] of blok.entries()) {
      for (const [j, teks] of isi.entries()) {
        const td = baris[r0 + i].cells[c0 + j];
        const el = td.classList.contains("isian") ? td.firstElementChild : null;
        if (el) sel.push([el, teks.trim()]);
        else if (teks.trim() !== td.textContent.trim()) {
          const letak = `${baris[r0 + i].cells[0].innerText.split("\n")[0]}, kolom ${j + 1} tempelan`;
          return [`Tempelan mengenai sel yang tidak dapat diisi: ${letak}.`, []];
        }
      }
    }
    return ["", sel];
  }

  tabel.addEventListener("paste", (peristiwa) => {
    const teks = peristiwa.clipboardData.getData("text/plain");
    if (!peristiwa.target.name || !/[\t\n]/.test(teks.replace(/\r?\n$/, ""))) return;
    peristiwa.preventDefault();
    const [keluhan, sel] = sasaranTempel(peristiwa.target, uraikan(teks));
    tempelan.querySelector("textarea").value = teks;
    tempelan.hidden = !keluhan;
    if (keluhan) { tempelan.open = true; katakan(keluhan); return; }
    alihkan(sel);
  });
})();
