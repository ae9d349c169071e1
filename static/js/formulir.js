// Formulir: meninggalkan isian yang belum tersimpan ditanyakan; yang terputus di tengah dapat dipulihkan di tab ini.
"use strict";
(() => {
  const akun = document.body.dataset.akun ?? "";
  const KUNCI = `isian:${akun}:`;
  const formulir = document.querySelector("form.isian[method=post]:not([data-sendiri])");
  const alamat = window.location.pathname + window.location.search;

  // Yang sudah terkirim dan berhasil membuka halaman lain; yang kembali ke formulirnya belum tersimpan.
  function buangYangTersimpan() {
    if (!akun) return;
    const terkirim = sessionStorage.getItem(`${KUNCI}terkirim`);
    if (!terkirim || terkirim === alamat) return;
    sessionStorage.removeItem(KUNCI + terkirim);
    sessionStorage.removeItem(`${KUNCI}terkirim`);
  }

  // Yang keluar sendiri tidak meninggalkan isian; yang sesinya berakhir masih dapat memulihkannya.
  document.querySelector("form[data-keluar]")?.addEventListener("submit", () => {
    Object.keys(sessionStorage).filter((kunci) => kunci.startsWith(KUNCI))
      .forEach((kunci) => sessionStorage.removeItem(kunci));
  });

  buangYangTersimpan();
  if (!akun || !formulir || formulir.querySelector("input[type=password]")) return;
  const bukanIsian = ["hidden", "file", "submit"];
  const masukan = () => [...formulir.elements].filter((el) => el.name && !bukanIsian.includes(el.type));
  const satu = (el) => (["checkbox", "radio"].includes(el.type) ? (el.checked ? el.value : null) : el.value);
  const semua = () => JSON.stringify(masukan().map((el) => [el.name, el.multiple
    ? [...el.selectedOptions].map((o) => o.value) : satu(el)]));
  const awal = semua();
  const ditolak = formulir.querySelector("[aria-invalid=true], .is-invalid") !== null;
  let dikirim = false;

  function pulihkan(tulisan) {
    const simpanan = JSON.parse(tulisan);
    masukan().forEach((el, i) => {
      const [nama, isi] = simpanan[i] ?? [];
      if (nama !== el.name) return;
      if (["checkbox", "radio"].includes(el.type)) el.checked = isi !== null;
      else if (el.multiple) [...el.options].forEach((o) => { o.selected = isi.includes(o.value); });
      else el.value = isi;
      el.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  function tawarkan(tulisan) {
    const kabar = document.createElement("div");
    kabar.className = "alert alert-info pulihkan";
    kabar.setAttribute("role", "status");
    kabar.append("Ada isian halaman ini yang belum tersimpan. Berkas yang dipilih perlu dipilih lagi. ");
    [
      ["Pulihkan", () => pulihkan(tulisan)],
      ["Buang", () => sessionStorage.removeItem(KUNCI + alamat)],
    ].forEach(([label, aksi]) => {
      const tombol = document.createElement("button");
      tombol.type = "button";
      tombol.className = "btn btn-sm btn-outline-secondary";
      tombol.textContent = label;
      tombol.addEventListener("click", () => { aksi(); kabar.remove(); });
      kabar.append(tombol, " ");
    });
    formulir.before(kabar);
  }

  const tersimpan = sessionStorage.getItem(KUNCI + alamat);
  if (tersimpan && tersimpan !== awal) tawarkan(tersimpan);
  formulir.addEventListener("input", () => sessionStorage.setItem(KUNCI + alamat, semua()));
  formulir.addEventListener("submit", () => {
    dikirim = true;
    sessionStorage.setItem(KUNCI + alamat, semua());
    sessionStorage.setItem(`${KUNCI}terkirim`, alamat);
  });
  window.addEventListener("beforeunload", (e) => {
    if (!dikirim && (ditolak || semua() !== awal)) e.preventDefault();
  });
})();
