// Penyunting naskah: tulisan berbentuk, angkanya rujukan. Tanpa berkas ini isinya kotak teks biasa.
"use strict";
(() => {
  const kotak = document.querySelector("textarea[data-naskah]");
  const sumber = document.getElementById("angka-rujukan");
  if (!kotak || !sumber) return;
  const angka = JSON.parse(sumber.textContent);
  const BELUM = "(tidak dapat dihitung)";
  const UNSUR = new Set(["P", "BR", "H4", "BLOCKQUOTE", "UL", "OL", "LI", "STRONG", "EM", "U", "SUB", "SUP",
    "TABLE", "THEAD", "TBODY", "TR", "TH", "TD"]);
  const SEPADAN = { B: "strong", I: "em", H1: "h4", H2: "h4", H3: "h4", DIV: "p" };
  const DIBUANG = new Set(["SCRIPT", "STYLE", "TITLE", "XML", "HEAD"]);
  const KUNCI = /\{([a-z0-9_.]+)\}/;

  const rujukan = (kunci) => {
    const el = document.createElement("span");
    const tulisan = Object.hasOwn(angka, kunci) ? angka[kunci] : null;
    el.dataset.angka = kunci;
    el.className = "rujukan-angka";
    el.contentEditable = "false";
    el.title = kunci;
    el.textContent = tulisan ?? `rujukan tidak dikenal: ${kunci}`;
    el.classList.toggle("is-asing", tulisan === null || tulisan.startsWith(BELUM));
    return el;
  };
  // hanya unsur naskah yang disalin, tanpa satu atribut pun selain rentang sel
  const salin = (dari, ke) => {
    for (const anak of dari.childNodes) {
      if (anak.nodeType === Node.TEXT_NODE) {
        anak.data.split(KUNCI).forEach((potong, n) => { if (potong) ke.append(n % 2 ? rujukan(potong) : potong); });
      } else if (anak.nodeType === Node.ELEMENT_NODE && !DIBUANG.has(anak.tagName)) {
        salinUnsur(anak, ke);
      }
    }
    return ke;
  };
  const salinUnsur = (anak, ke) => {
    if (anak.dataset.angka) { ke.append(rujukan(anak.dataset.angka)); return; }
    const nama = SEPADAN[anak.tagName] ?? (UNSUR.has(anak.tagName) ? anak.tagName.toLowerCase() : "");
    if (!nama) { salin(anak, ke); return; }
    const baru = document.createElement(nama);
    for (const rentang of ["colspan", "rowspan"]) {
      if (/^\d+$/.test(anak.getAttribute(rentang) ?? "")) baru.setAttribute(rentang, anak.getAttribute(rentang));
    }
    ke.append(salin(anak, baru));
  };
  const urai = (html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    return salin(body, document.createDocumentFragment());
  };

  const papan = document.createElement("div");
  papan.className = "naskah penyunting";
  papan.contentEditable = "true";
  papan.setAttribute("role", "textbox");
  papan.setAttribute("aria-multiline", "true");
  papan.setAttribute("aria-labelledby", `${kotak.id}-label`);
  papan.append(urai(kotak.value));
  const label = document.querySelector(`label[for="${kotak.id}"]`);
  if (label) {
    label.id = `${kotak.id}-label`;
    label.addEventListener("click", () => papan.focus());
  }

  const TOMBOL = [["Tebal", "bold"], ["Miring", "italic"],
    ["Paragraf", "formatBlock", "p"], ["Subjudul", "formatBlock", "h4"],
    ["Bernomor", "insertOrderedList"], ["Butir", "insertUnorderedList"], ["Urungkan", "undo"]];
  const alat = document.createElement("div");
  alat.className = "alat-naskah";
  alat.setAttribute("role", "toolbar");
  alat.setAttribute("aria-label", "Bentuk tulisan");
  for (const [nama, perintah, nilai] of TOMBOL) {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "btn btn-sm btn-outline-secondary";
    tombol.textContent = nama;
    tombol.addEventListener("mousedown", (e) => e.preventDefault());
    tombol.addEventListener("click", () => { papan.focus(); document.execCommand(perintah, false, nilai); ubah(); });
    alat.append(tombol);
  }
  kotak.before(alat, papan);
  kotak.hidden = true;
  document.execCommand("defaultParagraphSeparator", false, "p");

  // yang tersimpan kuncinya, bukan angkanya
  const tulis = () => {
    const salinan = document.createElement("div");
    salin(papan, salinan);
    salinan.querySelectorAll("[data-angka]").forEach((el) => {
      const kosong = document.createElement("span");
      kosong.dataset.angka = el.dataset.angka;
      el.replaceWith(kosong);
    });
    return salinan.innerHTML;
  };
  const awal = tulis();
  let tempat = null;
  let terkirim = false;
  const ubah = () => { kotak.value = tulis(); };
  const ingat = () => {
    const pilihan = document.getSelection();
    if (pilihan.rangeCount && papan.contains(pilihan.anchorNode)) tempat = pilihan.getRangeAt(0).cloneRange();
  };
  const sisip = (isi) => {
    papan.focus();
    const pilihan = document.getSelection();
    if (tempat) { pilihan.removeAllRanges(); pilihan.addRange(tempat); }
    if (!pilihan.rangeCount || !papan.contains(pilihan.anchorNode)) {
      (papan.lastElementChild ?? papan).append(isi);
    } else {
      const di = pilihan.getRangeAt(0);
      const ujung = isi.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? isi.lastChild : isi;
      di.deleteContents();
      di.insertNode(isi);
      if (ujung) di.setStartAfter(ujung);
      di.collapse(true);
    }
    ingat();
    ubah();
  };
  papan.addEventListener("input", ubah);
  document.addEventListener("selectionchange", ingat);
  papan.addEventListener("paste", (e) => {
    e.preventDefault();
    const html = e.clipboardData.getData("text/html");
    if (html) sisip(urai(html));
    else document.execCommand("insertText", false, e.clipboardData.getData("text/plain"));
  });
  papan.addEventListener("drop", (e) => e.preventDefault());

  for (const baris of document.querySelectorAll("tr[data-kunci]")) {
    const tombol = document.createElement("button");
    tombol.type = "button";
    tombol.className = "btn btn-sm btn-outline-secondary";
    tombol.textContent = "+";
    tombol.title = "Sisipkan";
    tombol.setAttribute("aria-label", `Sisipkan ${baris.dataset.kunci}`);
    tombol.addEventListener("mousedown", (e) => e.preventDefault());
    tombol.addEventListener("click", () => sisip(rujukan(baris.dataset.kunci)));
    baris.append(Object.assign(document.createElement("td"), { className: "sisip" }));
    baris.lastElementChild.append(tombol);
  }
  kotak.form.addEventListener("submit", () => { ubah(); terkirim = true; });
  window.addEventListener("beforeunload", (e) => { if (!terkirim && tulis() !== awal) e.preventDefault(); });
})();
