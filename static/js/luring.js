// Yang belum terkirim disebut di tiap halaman; halaman kisi tersimpan hanya milik akun yang sedang masuk.
"use strict";
(() => {
  const akun = document.body.dataset.akun ?? "";
  const tempat = document.querySelector("[data-titipan]");
  const takTersambung = document.querySelector("[data-kisi-tersimpan]");

  function unsur(nama, isi = {}, ...anak) {
    const el = Object.assign(document.createElement(nama), isi);
    el.append(...anak);
    return el;
  }
  const tombol = (label, aksi) => {
    const el = unsur("button", { type: "button", className: "btn btn-sm btn-outline-secondary", textContent: label });
    el.addEventListener("click", aksi);
    return el;
  };
  // sel yang diubah berkali-kali selagi putus dihitung sekali
  const letak = (satu) => satu.sel.map((sel) => `${window.titipan.kunci(satu)} ${sel.b} ${sel.k}`);
  const banyakSel = (semua) => new Set(semua.flatMap(letak)).size;

  function baris(kiriman) {
    const isi = kiriman.sel.map((sel) => `${sel.nama}: ${sel.baru || "kosong"}`).join("; ");
    const hapus = tombol("Buang", () => {
      const isSetuju = window.confirm(`Buang isian ${isi}? Yang dibuang tidak dapat dikembalikan.`);
      if (isSetuju) window.titipan.buang(kiriman.alamat, kiriman.sel);
    });
    const sebab = kiriman.masalah ? `Perlu diputuskan di kisinya. ${kiriman.masalah}` : "Menunggu jaringan.";
    const tautan = unsur("a", { href: kiriman.alamat, textContent: kiriman.judul });
    const tulisan = unsur("span", {}, tautan, ` ${isi}`, unsur("small", { textContent: sebab }));
    return unsur("li", {}, tulisan, hapus);
  }

  function milikLain(semua) {
    return [...kelompok(semua)].map(([nama, isi]) => {
      const belum = `${banyakSel(isi)} sel milik ${nama} belum terkirim di peramban ini.`;
      return unsur("p", {}, `${belum} Hanya ${nama} yang dapat mengirimnya, sesudah masuk.`);
    });
  }

  function kelompok(semua) {
    const per = new Map();
    semua.forEach((satu) => per.set(satu.nama, [...(per.get(satu.nama) ?? []), satu]));
    return per;
  }

  function milikSendiri(semua) {
    if (!semua.length) return [];
    const ditolak = semua.filter((satu) => satu.masalah);
    const sisa = ditolak.length ? `; ${banyakSel(ditolak)} perlu diputuskan` : "";
    const judul = unsur("summary", { textContent: `${banyakSel(semua)} sel belum terkirim${sisa}` });
    const aksi = ditolak.length < semua.length ? [tombol("Kirim sekarang", () => window.titipan.kirimSemua())] : [];
    const daftar = unsur("ul", { className: "daftar" }, ...semua.map(baris));
    return [unsur("details", { open: ditolak.length > 0 }, judul, daftar, ...aksi)];
  }

  function tampilkan(semua) {
    if (!tempat) return;
    const saya = semua.filter((satu) => satu.akun === akun);
    const lain = semua.filter((satu) => satu.akun !== akun);
    tempat.className = semua.length ? "titipan" : "";
    const terbuka = tempat.querySelector("details")?.open;
    tempat.replaceChildren(...milikSendiri(saya), ...milikLain(lain));
    if (terbuka && tempat.querySelector("details")) tempat.querySelector("details").open = true;
  }

  // Halaman kisi tersimpan dibuang begitu akunnya keluar atau berganti.
  async function jagaSimpanan() {
    if (takTersambung || !window.caches || localStorage.getItem("akun") === akun) return;
    localStorage.setItem("akun", akun);
    await caches.delete("kisi");
  }

  async function daftarKisi() {
    if (!takTersambung || !window.caches) return;
    const kunci = await (await caches.open("kisi")).keys();
    const butir = await Promise.all(kunci.map(async ({ url }) => {
      const teks = await (await caches.match(url, { cacheName: "kisi", ignoreVary: true })).text();
      const judul = new DOMParser().parseFromString(teks, "text/html").querySelector("h1");
      return unsur("li", {}, unsur("a", { href: url, textContent: judul?.textContent.trim() ?? url }));
    }));
    const textContent = "Belum ada kisi yang pernah dibuka di peramban ini.";
    const kosong = unsur("li", { className: "kosong", textContent });
    takTersambung.replaceChildren(...(butir.length ? butir : [kosong]));
  }

  document.addEventListener("titipan", ({ detail }) => tampilkan(detail));
  jagaSimpanan();
  daftarKisi();
  window.titipan.umumkan();
  navigator.serviceWorker?.register("/pekerja.js").catch(() => {});
})();
