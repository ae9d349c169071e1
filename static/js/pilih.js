// Pilihan kode nomenklatur di bawah kotaknya: panah, Enter, Esc, atau diklik. Tanpa berkas ini kotaknya tetap teks.
"use strict";
(() => {
  const SUMBER = ["kode", "tahun", "program", "kegiatan"].map((nama) => `main [name=${nama}]`).join(", ");
  const IKUT = ["nama", "indikator", "satuan"];
  document.querySelectorAll("input[data-pilih]").forEach((kotak) => {
    const daftar = document.createElement("div");
    daftar.id = `${kotak.id}-pilihan`;
    daftar.className = "pilih-kode";
    daftar.hidden = true;
    daftar.setAttribute("role", "listbox");
    daftar.setAttribute("aria-label", "Kode yang cocok");
    kotak.after(daftar);
    const sifat = {
      role: "combobox", "aria-autocomplete": "list", "aria-controls": daftar.id, "aria-expanded": "false",
      "hx-get": kotak.dataset.pilih, "hx-trigger": "input changed delay:250ms, focus", "hx-include": SUMBER,
      "hx-target": `#${daftar.id}`, "hx-sync": "this:replace",
    };
    Object.entries(sifat).forEach(([nama, isi]) => kotak.setAttribute(nama, isi));
    window.htmx.process(kotak);

    const pilihan = () => [...daftar.querySelectorAll("[role=option]")];
    const terpilih = () => daftar.querySelector("[aria-selected=true]");
    const buka = (ya) => {
      daftar.hidden = !ya;
      kotak.setAttribute("aria-expanded", String(ya));
      if (!ya) kotak.removeAttribute("aria-activedescendant");
    };
    const tandai = (satu) => {
      pilihan().forEach((el) => el.setAttribute("aria-selected", String(el === satu)));
      if (!satu) return;
      kotak.setAttribute("aria-activedescendant", satu.id);
      satu.scrollIntoView({ block: "nearest" });
    };
    // yang diketik orang tidak ditimpa; yang berasal dari pilihan sebelumnya mengikuti
    const isi = (satu) => {
      kotak.value = satu.dataset.kode;
      IKUT.forEach((nama) => {
        const el = kotak.form.elements[nama];
        if (!el || (el.value && el.value !== el.dataset.terisi)) return;
        el.value = el.dataset.terisi = satu.dataset[nama];
      });
      buka(false);
      kotak.focus();
    };
    const geser = (langkah) => {
      const semua = pilihan();
      if (!semua.length) return;
      const kini = semua.indexOf(terpilih());
      tandai(semua[(kini + langkah + semua.length) % semua.length]);
    };

    let baruDipilih = false;
    daftar.addEventListener("mousedown", (e) => {
      const satu = e.target.closest("[role=option]");
      if (!satu) return;
      e.preventDefault();
      baruDipilih = true;
      isi(satu);
    });
    daftar.addEventListener("htmx:afterSwap", () => {
      if (document.activeElement === kotak && !baruDipilih) buka(true);
      baruDipilih = false;
    });
    kotak.addEventListener("input", () => { baruDipilih = false; });
    kotak.addEventListener("blur", () => buka(false));
    kotak.addEventListener("keydown", (e) => {
      if (e.key === "Escape") return buka(false);
      if (daftar.hidden) return;
      if (e.key === "ArrowDown" || e.key === "ArrowUp") {
        e.preventDefault();
        geser(e.key === "ArrowDown" ? 1 : -1);
      } else if (e.key === "Enter" && terpilih()) {
        e.preventDefault();
        isi(terpilih());
      }
    });
  });
})();
