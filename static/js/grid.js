// Kisi isian: sel tersimpan begitu ditinggalkan. Tanpa berkas ini halamannya formulir biasa.
"use strict";
(() => {
  const formulir = document.querySelector("form.lembar");
  if (!formulir || !formulir.querySelector("td.isian")) return;
  const tabel = formulir.querySelector("table");
  const kabar = formulir.querySelector("[data-kabar]");
  const pilihan = formulir.querySelector("[data-pilihan]");
  const tombolUrung = formulir.querySelector("[data-urung]");
  const tempelan = formulir.querySelector("[data-tempel]");
  const alamatnya = new URL(window.location.href);
  alamatnya.searchParams.set("tahun", formulir.dataset.tahun);
  const HALAMAN = alamatnya.pathname + alamatnya.search;
  const { titipan } = window;
  const KUNCI = titipan.kunci({ alamat: HALAMAN });
  const KEADAAN = ["menyimpan", "luring", "tersimpan", "gagal", "terkunci", "bentrok", "batal", "menunggu"];
  let antrean = Promise.resolve();
  const jejak = []; // simpanan yang dapat dibatalkan, yang terakhir di ujung
  let barisKini = null;

  // Sel: masukan, alamatnya, isinya, keadaannya.
  const semuaSel = () => tabel.querySelectorAll("td.isian > :is(input, select, textarea)");
  const alamat = (el) => { const [, b, ...k] = el.name.split("."); return { b, k: k.join(".") }; };
  const baca = (el) => (el.type === "checkbox" ? (el.checked ? "1" : "") : el.value.trim());
  // yang ditempel boleh tulisan pilihannya; yang tidak dikenal tetap dikirim agar alasannya tampil
  const pilih = (el, teks) => {
    const cocok = [...el.options].find((o) => o.value === teks || o.text.trim().toLowerCase() === teks.toLowerCase());
    if (!cocok) el.add(new Option(teks, teks));
    el.value = cocok ? cocok.value : teks;
  };
  const tulis = (el, teks) => {
    if (el.type === "checkbox") el.checked = teks === "1";
    else if (el.tagName === "SELECT") pilih(el, teks);
    else el.value = teks;
  };
  const awal = (el) => (el.type === "checkbox" ? (el.defaultChecked ? "1" : "") : el.tagName === "SELECT"
    ? ([...el.options].find((o) => o.defaultSelected)?.value ?? "") : el.defaultValue);
  const cari = (b, k) => formulir.elements.namedItem(`k.${b}.${k}`);
  const kotor = (el) => baca(el) !== (el.dataset.titip ?? el.dataset.lama);
  const beri = (el, keadaan, pesan = "") => {
    KEADAAN.forEach((nama) => el.parentElement.classList.toggle(`is-${nama}`, nama === keadaan));
    el.dataset.keadaan = keadaan;
    el.title = pesan;
    el.toggleAttribute("aria-invalid", ["gagal", "terkunci", "bentrok"].includes(keadaan));
  };
  const nama = (el) => el.getAttribute("aria-labelledby").split(" ").map((id) => {
    const sumber = document.getElementById(id);
    return (sumber?.querySelector("a") ?? sumber)?.firstChild?.textContent.trim();
  }).join(", ");

  function katakan(teks, ...tombol) {
    kabar.textContent = teks;
    pilihan.replaceChildren(...tombol.map(([label, aksi]) => {
      const b = document.createElement("button");
      b.type = "button";
      b.className = "btn btn-sm btn-outline-secondary";
      b.textContent = label;
      b.addEventListener("click", aksi);
      return b;
    }));
  }

  // Pengiriman berurutan: dua simpanan sel yang sama tidak saling mendahului.
  function kirim(sel, tempel = false, urung = false) {
    sel.forEach((el) => beri(el, "menyimpan"));
    antrean = antrean.then(() => simpan(sel, tempel, urung));
    return antrean;
  }

  async function simpan(sel, tempel, urung) {
    const isi = sel.map((el) => ({ ...alamat(el), lama: el.dataset.lama, baru: baca(el), nama: nama(el) }));
    let hasil;
    try {
      hasil = await titipan.kirim({ alamat: HALAMAN, judul: formulir.dataset.judul, sel: isi, tempel });
    } catch (galat) {
      gagalKirim(sel, galat);
      return false;
    }
    if (!hasil) return false;
    if (hasil.jawab.galat) { gagalKirim(sel, { message: `Belum tersimpan: ${hasil.jawab.galat}` }); return false; }
    const lulus = terima(hasil.jawab, hasil.kiriman.sel);
    if (tempel) tempelan.hidden = lulus;
    if (lulus && !urung) ingat(hasil.kiriman.sel);
    return lulus;
  }

  function gagalKirim(sel, galat) {
    sel.forEach((el) => {
      if (galat.tertitip) el.dataset.titip = baca(el);
      beri(el, galat.tertitip ? "luring" : "gagal", galat.message);
    });
    const ulang = () => (galat.tertitip ? titipan.kirimSemua() : kirim(sel.filter(kotor)));
    katakan(galat.message, ["Coba lagi", ulang]);
  }

  // Yang dititipkan dari halaman ini sebelumnya tampil di selnya, juga yang ditolak.
  async function tampilkanTitipan() {
    const kini = (await titipan.milikSaya()).filter((satu) => titipan.kunci(satu) === KUNCI);
    kini.forEach((kiriman) => kiriman.sel.forEach((sel) => {
      const el = cari(sel.b, sel.k);
      if (!el) return;
      tulis(el, sel.baru);
      const hasil = kiriman.hasil?.find((h) => h.kunci === sel.b && h.kolom === sel.k);
      if (!kiriman.masalah) el.dataset.titip = baca(el);
      else if (hasil?.status === "bentrok") el.dataset.milikLain = el.dataset.lama;
      if (kiriman.masalah) beri(el, hasil?.status ?? "gagal", hasil?.pesan || kiriman.masalah);
      else beri(el, "luring", "Belum terkirim; tersimpan di peramban ini.");
    }));
  }

  function terima(jawab, ubahan) {
    const lulus = jawab.hasil.every((h) => h.status === "tersimpan");
    jawab.hasil.forEach((h) => {
      const el = cari(h.kunci, h.kolom);
      if (!el) return;
      const terkirim = ubahan.find((u) => u.b === h.kunci && u.k === h.kolom)?.baru;
      const utuh = !kotor(el);
      if (el.dataset.titip === terkirim) delete el.dataset.titip;
      if (h.status === "tersimpan") {
        el.dataset.lama = h.nilai;
        if (baca(el) === terkirim || utuh) tulis(el, h.nilai);
      } else if (h.status === "bentrok") el.dataset.milikLain = h.nilai;
      beri(el, h.status, h.pesan);
    });
    segarkan(jawab);
    umumkan(jawab.hasil, lulus);
    return lulus;
  }

  function segarkan(jawab) {
    Object.entries(jawab.baris).forEach(([b, isi]) => {
      const baris = tabel.querySelector(`tr[data-b="${CSS.escape(b)}"]`);
      if (!baris) return;
      Object.entries(isi).forEach(([k, teks]) => {
        const el = cari(b, k);
        const td = el ? null : baris.querySelector(`td[data-k="${CSS.escape(k)}"]`);
        if (td && !td.querySelector("a, input")) td.textContent = teks;
        const isBebas = el && !kotor(el) && el.dataset.titip === undefined && el !== document.activeElement;
        if (isBebas) { el.dataset.lama = teks; tulis(el, teks); }
      });
      const isTersimpan = jawab.hasil.some((h) => h.kunci === b && h.status === "tersimpan");
      if (Object.keys(isi).length > 1 && isTersimpan) baris.classList.remove("belum");
    });
    Object.entries(jawab.pesan_baris).forEach(([b, pesan]) => {
      const tempat = tabel.querySelector(`tr[data-b="${CSS.escape(b)}"] .lembar-pesan`);
      if (tempat) tempat.textContent = pesan;
    });
    Object.entries(jawab.jumlah).forEach(([k, teks]) => {
      const td = tabel.querySelector(`[data-jumlah="${CSS.escape(k)}"]`);
      if (td) td.textContent = teks;
    });
  }

  function umumkan(hasil, lulus) {
    if (lulus) {
      const el = cari(hasil[0].kunci, hasil[0].kolom);
      const tersimpan = hasil.length === 1 ? `${nama(el)} ${hasil[0].nilai || "kosong"}` : `${hasil.length} sel`;
      katakan(`Tersimpan: ${tersimpan}.`);
      return;
    }
    const masalah = hasil.filter((h) => h.status !== "batal");
    const el = cari(masalah[0].kunci, masalah[0].kolom);
    const lain = masalah.length > 1 ? ` (dan ${masalah.length - 1} sel lain)` : "";
    jelaskan(el, `Belum tersimpan: ${el ? nama(el) : ""}. ${masalah[0].pesan}${lain}`);
  }

  function jelaskan(el, teks) {
    if (el?.dataset.keadaan !== "bentrok") return katakan(teks);
    const lain = el.dataset.milikLain;
    return katakan(teks,
      [`Pakai isi mereka (${lain || "kosong"})`, () => {
        el.dataset.lama = lain; kembalikan(el); katakan("Isi mereka dipakai."); el.focus();
      }],
      [`Simpan isi saya (${baca(el) || "kosong"})`, () => { el.dataset.lama = lain; kirim([el]); el.focus(); }]);
  }

  // Isi tersimpan kembali ke selnya, dan titipannya dibuang.
  function kembalikan(el) {
    tulis(el, el.dataset.lama);
    delete el.dataset.titip;
    beri(el, "");
    titipan.buang(HALAMAN, [alamat(el)]);
  }

  // Meninggalkan sel: simpan; kelompok utuh menunggu sampai barisnya ditinggalkan.
  function tinggalkan(el) {
    if (el.dataset.keadaan === "menyimpan") return;
    if (!kotor(el)) { if (!["", "tersimpan", "luring"].includes(el.dataset.keadaan)) beri(el, ""); return; }
    if (el.dataset.utuh) beri(el, "menunggu", "Tersimpan bersama barisnya.");
    else kirim([el]);
  }

  function tutupBaris(baris) {
    const utuh = [...(baris?.querySelectorAll(":is(input, select, textarea)[data-utuh]") ?? [])];
    const sel = utuh.filter((el) => kotor(el) && el.dataset.keadaan !== "menyimpan");
    if (sel.length) kirim(sel);
  }

  tabel.addEventListener("focusin", ({ target }) => {
    const baris = target.closest("tr");
    if (barisKini && baris !== barisKini) tutupBaris(barisKini);
    barisKini = baris;
    if (target.select && target.type !== "checkbox") target.select();
    if (target.title) jelaskan(target, `${nama(target)}: ${target.title}`);
  });
  tabel.addEventListener("focusout", ({ target, relatedTarget }) => {
    if (!target.name) return;
    tinggalkan(target);
    if (!tabel.contains(relatedTarget)) { tutupBaris(barisKini); barisKini = null; }
  });
  const isPilihan = (el) => el.type === "checkbox" || el.tagName === "SELECT";
  tabel.addEventListener("change", ({ target }) => { if (isPilihan(target)) tinggalkan(target); });

  // Papan ketik.
  function pindah(el, dBaris, dKolom) {
    const baris = [...tabel.tBodies[0].rows];
    let r = baris.indexOf(el.closest("tr"));
    let c = el.closest("td").cellIndex;
    do { r += dBaris; c += dKolom; } while (baris[r]?.cells[c] && !baris[r].cells[c].classList.contains("isian"));
    const tujuan = baris[r]?.cells[c]?.firstElementChild;
    if (tujuan?.matches("input, select, textarea")) tujuan.focus();
    return Boolean(tujuan);
  }
  const diTepi = (el, kanan) => isPilihan(el) || (el.selectionStart === 0 && el.selectionEnd === el.value.length)
    || (kanan ? el.selectionStart === el.value.length : el.selectionEnd === 0);

  tabel.addEventListener("keydown", (peristiwa) => {
    const { key, target, shiftKey } = peristiwa;
    if (!target.name || peristiwa.isComposing || peristiwa.altKey || peristiwa.metaKey || peristiwa.ctrlKey) return;
    const arah = {
      Enter: [shiftKey ? -1 : 1, 0], ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
    }[key];
    if (key === "Escape") { kembalikan(target); katakan("Isian dikembalikan."); return; }
    if (!arah || (target.tagName === "SELECT" && key !== "Enter" && arah[1] === 0)) return;
    if (arah[1] && !diTepi(target, arah[1] > 0)) return;
    if (target.tagName === "TEXTAREA" && arah[0]) return;
    peristiwa.preventDefault();
    if (!pindah(target, ...arah) && key === "Enter") { tinggalkan(target); tutupBaris(target.closest("tr")); }
  });

  // Tiap simpanan dapat dibatalkan, dari yang terakhir.
  function ingat(ubahan) {
    jejak.push(ubahan.map(({ b, k, lama }) => ({ el: cari(b, k), lama })));
    perlihatkanUrung();
  }

  function perlihatkanUrung() {
    tombolUrung.hidden = jejak.length === 0;
    tombolUrung.textContent = `Batalkan perubahan terakhir (${jejak.length})`;
  }

  async function urungkan() {
    const isi = jejak.at(-1);
    if (!isi) return;
    const kini = isi.map(({ el }) => baca(el));
    isi.forEach(({ el, lama }) => tulis(el, lama));
    await kirim(isi.map(({ el }) => el), false, true);
    if (isi.some(({ el }) => kotor(el))) { pulihkan(isi, kini); return; }
    jejak.pop();
    perlihatkanUrung();
    katakan(`Perubahan terakhir dibatalkan: ${isi.length} sel.`);
  }

  function pulihkan(isi, kini) {
    isi.forEach(({ el }, i) => {
      if (el.dataset.keadaan !== "batal") return;
      tulis(el, kini[i]);
      beri(el, "");
    });
  }

  tombolUrung.addEventListener("click", urungkan);
  tabel.addEventListener("keydown", (peristiwa) => {
    if (!peristiwa.ctrlKey || peristiwa.key.toLowerCase() !== "z") return;
    if (!peristiwa.target.name || kotor(peristiwa.target)) return;
    peristiwa.preventDefault();
    urungkan();
  });

  // Pasangan masukan dan isi barunya, disimpan sekaligus.
  function alihkan(pasangan) {
    pasangan.forEach(([el, isi]) => tulis(el, isi));
    const berubah = pasangan.map(([el]) => el).filter(kotor);
    if (berubah.length) kirim(berubah, true); else katakan("Isinya sudah sama.");
  }
  formulir.kisi = { alihkan, baca, katakan, nama };

  formulir.addEventListener("submit", (peristiwa) => peristiwa.preventDefault());
  window.addEventListener("beforeunload", (e) => { if ([...semuaSel()].some(kotor)) e.preventDefault(); });
  semuaSel().forEach((el) => {
    el.dataset.lama = awal(el); el.dataset.keadaan = "";
    const { utuh } = el.parentElement.dataset;
    if (utuh) el.dataset.utuh = utuh;
  });
  titipan.dengar(({ jawab, kiriman }) => {
    if (titipan.kunci(kiriman) === KUNCI && jawab.hasil) terima(jawab, kiriman.sel);
  });
  tampilkanTitipan();
})();
