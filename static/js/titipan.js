// Titipan: isian kisi yang belum diterima peladen disimpan di peramban atas nama pengetiknya, lalu dikirim berurutan.
"use strict";
(() => {
  const akun = document.body.dataset.akun ?? "";
  const nama = document.body.dataset.nama ?? "";
  const BATAS = 30_000; // milidetik menunggu jawaban
  const SELANG = 30_000;
  const BEDA = 30; // angka acak pada nomor kiriman
  const dengarkan = new Set();
  let sedang = false;

  // Simpanan: satu baris satu kiriman, menurut urutan mengetiknya.
  const buka = new Promise((beres) => {
    const minta = window.indexedDB?.open("kinerja-dpmd", 1);
    if (!minta) { beres(null); return; }
    minta.onupgradeneeded = () => minta.result.createObjectStore("titipan", { keyPath: "urut", autoIncrement: true });
    minta.onsuccess = () => beres(minta.result);
    minta.onerror = () => beres(null);
  });
  const selesai = (minta) => new Promise((beres, gagal) => {
    minta.onsuccess = () => beres(minta.result);
    minta.onerror = () => gagal(minta.error);
  });
  async function gudang(cara, ...isi) {
    const basis = await buka;
    if (!basis) return cara === "getAll" ? [] : undefined;
    const urusan = basis.transaction("titipan", cara === "getAll" ? "readonly" : "readwrite", { durability: "strict" });
    return selesai(urusan.objectStore("titipan")[cara](...isi));
  }
  const semua = () => gudang("getAll");
  const milikSaya = async () => (await semua()).filter((satu) => satu.akun === akun);

  const heksa = (x) => x.toString(16).padStart(2, "0");
  const nomorBaru = () => [...crypto.getRandomValues(new Uint8Array(BEDA / 2))].map(heksa).join("");
  const sandi = () => document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/)?.[1]
    ?? JSON.parse(document.body.getAttribute("hx-headers") ?? "{}")["X-CSRFToken"] ?? "";
  const kunci = (kiriman) => {
    const url = new URL(kiriman.alamat, window.location.origin);
    return `${url.pathname}?${url.searchParams.get("tahun")}`;
  };
  const sama = (a, b) => a.b === b.b && a.k === b.k;
  const bergilir = (kerja) => (navigator.locks ? navigator.locks.request("titipan", kerja) : kerja());

  // Sel yang dititipkan lebih dahulu menjadi isi yang dilihat kiriman berikutnya.
  async function sambung(kiriman) {
    for (const dulu of await milikSaya()) {
      if (kunci(dulu) !== kunci(kiriman)) continue;
      for (const sel of kiriman.sel) {
        const lalu = dulu.sel.find((satu) => sama(satu, sel));
        if (lalu && dulu.masalah) await lepas(dulu, [sel]);
        else if (lalu) sel.lama = lalu.baru;
      }
    }
  }

  // Buang sel dari satu titipan; yang habis selnya dihapus.
  async function lepas(kiriman, sel) {
    kiriman.sel = kiriman.sel.filter((satu) => !sel.some((lain) => sama(satu, lain)));
    if (kiriman.sel.length) await gudang("put", kiriman);
    else await gudang("delete", kiriman.urut);
  }

  async function titip(kiriman) {
    await sambung(kiriman);
    const urut = await gudang("add", kiriman);
    if (urut !== undefined) kiriman.urut = urut;
    return kiriman;
  }

  class Terputus extends Error {}
  const SEBAB = {
    jaringan: "Belum terkirim: peladen tidak terjangkau. Isian tersimpan di peramban ini dan dikirim sendiri.",
    akun: "Belum terkirim: akun lain sedang masuk di peramban ini. Isian menunggu pengetiknya masuk lagi.",
    sesi: "Belum terkirim: sesi Anda habis. Masuk lagi; isian tersimpan di peramban ini.",
  };

  async function tembak(kiriman) {
    let balasan;
    try {
      balasan = await fetch(kiriman.alamat, {
        method: "POST", credentials: "same-origin", signal: AbortSignal.timeout(BATAS),
        headers: { "Content-Type": "application/json", "X-CSRFToken": sandi() },
        body: JSON.stringify({
          ubahan: kiriman.sel, tempel: kiriman.tempel, titip: kiriman.pernahGagal ?? false,
          nomor: kiriman.nomor, akun: kiriman.akun,
        }),
      });
    } catch { throw new Terputus(SEBAB.jaringan); }
    if (balasan.redirected || balasan.status === 403 || balasan.status === 401) throw new Terputus(SEBAB.sesi);
    if (balasan.status === 409) throw new Terputus(SEBAB.akun);
    if (balasan.status >= 500) throw new Terputus(SEBAB.jaringan);
    const jawab = await balasan.json().catch(() => null);
    return balasan.ok && jawab?.hasil ? jawab : { galat: jawab?.pesan ?? `Peladen menolak (${balasan.status}).` };
  }

  // Yang tersimpan dibuang dari titipan; titipan sesudahnya atas sel yang sama mengikuti isinya kini.
  async function bukukan(kiriman, jawab, langsung) {
    if (jawab.galat) { kiriman.masalah = jawab.galat; await gudang("put", kiriman); return; }
    const lulus = jawab.hasil.every((h) => h.status === "tersimpan");
    const sesudahnya = (satu) => satu.urut > kiriman.urut && kunci(satu) === kunci(kiriman);
    for (const lanjut of (await milikSaya()).filter(sesudahnya)) {
      for (const sel of lanjut.sel) {
        const asal = kiriman.sel.find((satu) => sama(satu, sel));
        if (!asal) continue;
        const hasil = jawab.hasil.find((h) => h.kunci === sel.b && h.kolom === sel.k);
        sel.lama = lulus ? hasil.nilai : asal.lama;
        if (!lulus) kiriman.sel = kiriman.sel.filter((satu) => satu !== asal);
      }
      await gudang("put", lanjut);
    }
    if (lulus || langsung || !kiriman.sel.length) { await gudang("delete", kiriman.urut); return; }
    const sebab = jawab.hasil.filter((h) => h.status !== "batal");
    Object.assign(kiriman, { masalah: sebab.map((h) => h.pesan).join(" "), hasil: jawab.hasil });
    await gudang("put", kiriman);
  }

  // Satu kiriman dari halamannya: dititipkan dahulu, dikirim sesudah giliran yang lebih lama.
  async function kirim({ alamat, judul, sel, tempel }) {
    const kiriman = await titip({ nomor: nomorBaru(), akun, nama, alamat, judul, sel, tempel, waktu: Date.now() });
    return bergilir(async () => {
      const antre = await milikSaya();
      if (kiriman.urut !== undefined) {
        for (const lama of antre.filter((satu) => satu.urut < kiriman.urut && !satu.masalah)) await kirimTitipan(lama);
        const kini = (await milikSaya()).find((satu) => satu.urut === kiriman.urut);
        if (!kini) return null;
        Object.assign(kiriman, kini);
      }
      const hasil = await kirimSatu(kiriman, true);
      await umumkan();
      return hasil;
    }).catch(async (galat) => {
      const putus = "Belum tersimpan: peladen tidak terjangkau. Isian Anda tetap di sini.";
      if (kiriman.urut === undefined) throw new Terputus(putus);
      await tandaiPernahGagal(kiriman);
      await umumkan();
      throw Object.assign(galat, { tertitip: true });
    });
  }

  async function tandaiPernahGagal({ urut }) {
    const tersimpan = (await milikSaya()).find((satu) => satu.urut === urut);
    if (tersimpan) await gudang("put", { ...tersimpan, pernahGagal: true });
  }

  async function kirimSatu(kiriman, langsung) {
    const jawab = await tembak(kiriman);
    if (kiriman.urut !== undefined) await bukukan(kiriman, jawab, langsung);
    return { jawab, kiriman };
  }

  async function kirimTitipan(kiriman) {
    const hasil = await kirimSatu(kiriman, false);
    dengarkan.forEach((dengar) => dengar(hasil));
  }

  // Semua titipan akun ini yang belum ditolak, dari yang terlama.
  async function kirimSemua() {
    if (!akun || sedang) return;
    sedang = true;
    try {
      await bergilir(async () => {
        for (const satu of (await milikSaya()).filter((titipan) => !titipan.masalah)) await kirimTitipan(satu);
      });
    } catch (galat) {
      if (!(galat instanceof Terputus)) throw galat;
    } finally {
      sedang = false;
      await umumkan();
    }
  }

  async function buang(alamat, sel) {
    for (const satu of await milikSaya()) if (kunci(satu) === kunci({ alamat })) await lepas(satu, sel);
    await umumkan();
  }

  const umumkan = async () => document.dispatchEvent(new CustomEvent("titipan", { detail: await semua() }));

  const dengar = (satu) => dengarkan.add(satu);
  window.titipan = { akun, kunci, kirim, kirimSemua, buang, milikSaya, umumkan, dengar };
  window.addEventListener("online", kirimSemua);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) kirimSemua(); });
  setInterval(async () => { if ((await milikSaya()).some((satu) => !satu.masalah)) kirimSemua(); }, SELANG);
  document.addEventListener("DOMContentLoaded", kirimSemua);
})();
