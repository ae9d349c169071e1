"""Siapa boleh membuka halaman mana: pernyataan tersendiri, tidak dibaca dari `accounts/roles.py`.

Peran yang boleh: o(perator) b(idang) d(inas) i(nspektorat) a(dmin) r (bupati) k (inspektur).
"""

AKUN = {
    "o": "operator",
    "b": "kepala.bidang",
    "d": "kepala.dinas",
    "i": "inspektorat",
    "a": "admin",
    "r": "kepala.daerah",
    "k": "inspektur",
}
SEMUA = "obdiark"
PEMILIK = ("operator", "operator.merangin")
# halaman baris data: (boleh melihat, boleh menyunting)
DATA = {
    "accounts:bidang": (SEMUA, "a"),
    "accounts:pejabat": (SEMUA, "a"),
    "accounts:perangkatdaerah": (SEMUA, "a"),
    "accounts:user": ("a", "a"),
    "accounts:usulakun": ("dak", ""),
    "core:auditevent": ("diak", ""),
    "documents:pembukaan": ("obdiak", "d"),
    "documents:impor": ("obdiak", ""),
    "villages:kecamatan": (SEMUA, "a"),
    "villages:desa": (SEMUA, "a"),
    "villages:kerjasama": (SEMUA, "o"),
    "villages:anggotakerjasama": (SEMUA, "o"),
    "villages:rekaplembaga": (SEMUA, "o"),
    "villages:riwayatkecamatan": (SEMUA, "a"),
    "villages:riwayatwilayah": (SEMUA, "a"),
    "villages:aliasnama": (SEMUA, "o"),
    "villages:batasdesa": (SEMUA, "a"),
    "villages:tautankerjasama": (SEMUA, "o"),
    "villages:dokumenkerjasama": (SEMUA, "o"),
    "villages:formulirkerjasama": (SEMUA, "o"),
    "villages:rincianlembaga": (SEMUA, "o"),
    "villages:lembaga": (SEMUA, "o"),
    "villages:pengurus": (SEMUA, "o"),
    "villages:kegiatanpkk": (SEMUA, "o"),
    "villages:outcomeikk": (SEMUA, "o"),
    "villages:outputikk": (SEMUA, "o"),
    "villages:angkaikk": (SEMUA, "o"),
    "villages:berkasikk": (SEMUA, "o"),
    "idm:instrumen": (SEMUA, "a"),
    "idm:ambangstatus": (SEMUA, "a"),
    "idm:dimensiindeks": (SEMUA, "a"),
    "idm:indikatoridm": (SEMUA, "a"),
    "idm:kriteriaskor": (SEMUA, "a"),
    "idm:terbitanidm": (SEMUA, ""),
    "idm:indeksdesa": (SEMUA, ""),
    "idm:penetapanidm": (SEMUA, "o"),
    "idm:idmdesa": (SEMUA, "o"),
    "idm:rekapstatus": (SEMUA, "o"),
    "idm:layananrumusan": (SEMUA, "a"),
    "kinerja:perioderenstra": (SEMUA, "o"),
    "kinerja:sasaran": (SEMUA, "o"),
    "kinerja:indikator": (SEMUA, "o"),
    "kinerja:target": (SEMUA, "o"),
    "kinerja:realisasi": (SEMUA, "o"),
    "kinerja:buktirealisasi": (SEMUA, "o"),
    "kinerja:program": (SEMUA, "o"),
    "kinerja:kegiatan": (SEMUA, "o"),
    "kinerja:subkegiatan": (SEMUA, "o"),
    "kinerja:rekappegawai": (SEMUA, "o"),
    "kinerja:evaluasiakip": (SEMUA, "i"),
    "kinerja:rekomendasi": (SEMUA, "i"),
    "kinerja:angkatercetak": (SEMUA, "o"),
    "kinerja:skalapredikat": (SEMUA, ""),
    "kinerja:tingkatpredikat": (SEMUA, ""),
    "kinerja:naskahbaku": (SEMUA, ""),
    "kinerja:tujuan": (SEMUA, "o"),
    "kinerja:dpa": (SEMUA, "o"),
    "kinerja:periodeisian": (SEMUA, "b"),
    "kinerja:rencanaaksi": (SEMUA, "o"),
    "kinerja:pengukuranprogram": (SEMUA, "o"),
    "kinerja:pengukurankegiatan": (SEMUA, "o"),
    "kinerja:pengukuransub": (SEMUA, "o"),
    "kinerja:indikatortambahan": (SEMUA, "o"),
    "kinerja:pengukurantambahan": (SEMUA, "o"),
    "kinerja:buktipengukuran": (SEMUA, "o"),
    "kinerja:perubahantarget": (SEMUA, ""),
    "kinerja:definisitahun": (SEMUA, ""),
    "kinerja:nomenklatur": (SEMUA, ""),
    "kinerja:skalakualitatif": (SEMUA, "o"),
    "kinerja:tingkatkualitatif": (SEMUA, "o"),
    "kinerja:lkjip": (SEMUA, "o"),
    "kinerja:naskahkinerja": (SEMUA, "o"),
    "kinerja:perjanjiankinerja": (SEMUA, "o"),
    "kinerja:pernyataanreviu": (SEMUA, "i"),
    "kinerja:bagianlkjip": (SEMUA, "o"),
}
KISI = (
    "villages:rekaplembaga_grid",
    "villages:rincianlembaga_grid",
    "villages:kegiatanpkk_grid",
    "villages:kerjasama_grid",
    "idm:isian_grid",
    "idm:poin_grid",
    "idm:biaya_grid",
    "kinerja:rencanaaksi_grid",
    "kinerja:targetbaris_grid",
    "kinerja:penanggung_grid",
    "kinerja:evaluasi_grid",
)
NASKAH = (
    "kinerja:lkjip",
    "kinerja:naskahkinerja",
    "kinerja:perjanjiankinerja",
    "kinerja:pernyataanreviu",
    "idm:penetapanidm",
    "villages:berkasikk",
)
LAIN = {
    "beranda": SEMUA,
    "kinerja:dasbor": SEMUA,
    "kinerja:lkjip_preview": SEMUA,
    **{
        f"kinerja:{m}_{h}": SEMUA
        for m in ("naskahkinerja", "perjanjiankinerja")
        for h in ("preview", "pdf", "xlsx")
    },
    **{f"{n}_{h}": SEMUA for n in NASKAH for h in ("uji", "uji_xlsx")},
    "idm:perencana": SEMUA,
    "idm:perencana_xlsx": SEMUA,
    "idm:gambaran": SEMUA,
    "idm:isian_daftar": SEMUA,
    "idm:isian": SEMUA,
    "idm:isian_salin": "o",
    "idm:isian_bukti": "o",
    "idm:isian_verifikasi": "b",
    "idm:isian_kembalikan": "bd",
    "idm:isian_verifikasi_semua": "b",
    "idm:poin_verifikasi": "b",
    "idm:poin_kembalikan": "bd",
    "idm:isianidm_history": SEMUA,
    "idm:buktijawaban_download": SEMUA,
    "idm:instrumen_salin": "a",
    **{f"idm:penetapanidm_{h}": SEMUA for h in ("preview", "pdf", "xlsx")},
    "idm:idm_impor": "o",
    **dict.fromkeys(KISI, SEMUA),
    "idm:rumusan_impor": "o",
    **{
        f"idm:{halaman}{bentuk}": SEMUA
        for halaman in ("gambaran", "peringkat", "profil")
        for bentuk in ("", "_pdf", "_xlsx")
    },
    **{f"{k}_xlsx": SEMUA for k in KISI},
    **{f"{k}_impor": "o" for k in KISI},
    "documents:impor_errors": "obdiak",
    "kinerja:lkjip_pdf": SEMUA,
    **{f"kinerja:pernyataanreviu_{h}": SEMUA for h in ("preview", "pdf")},
    "kinerja:buktirealisasi_download": SEMUA,
    "kinerja:buktipengukuran_download": SEMUA,
    "kinerja:pohon": SEMUA,
    "kinerja:pohon_pdf": SEMUA,
    "kinerja:pohon_xlsx": SEMUA,
    "kinerja:salin_tahun": "o",
    "kinerja:definisi_terapkan": "o",
    "kinerja:rekomendasi_update": "oi",
    "accounts:password_change": SEMUA,
    "account_reauthenticate": SEMUA,
    **{f"mfa_{h}": SEMUA for h in ("index", "activate_totp", "add_webauthn")},
    "villages:peta": SEMUA,
    "villages:desa_impor": "a",
    "villages:batasdesa_muat": "a",
    "villages:aliasnama_cocok": "o",
    "villages:kerjasama_angka": SEMUA,
    "villages:kerjasama_cetak": SEMUA,
    "villages:kerjasama_salin": "o",
    "villages:dokumenkerjasama_download": SEMUA,
    "villages:kelengkapan": SEMUA,
    "villages:lembaga_berakhir": SEMUA,
    **{f"villages:berkasikk_{h}": SEMUA for h in ("preview", "pdf", "xlsx")},
}
# yang perannya mungkin melangkah pada naskah lain, walau bukan pada LKjIP atau bukan gilirannya
MUNGKIN = {"submit": "oi", "return": "bdik", "sign": "obdrk"}
LANGKAH = {"submit": "o", "approve": "b", "return": "bdi", "sign": "d", "review": "i"}
UMUM = {
    "sehat",
    "mulai",
    "robots",
    "documents:verify_start",
    "documents:verify",
    "documents:verify_pdf",
    "accounts:login",
    "accounts:lupa_sandi",
    "accounts:tautan",
    "account_login",
    "mfa_authenticate",
} | {f"terbuka:{nama}" for nama in ("petunjuk", "uraian", "rumusan")}
# faktor kedua milik sendiri yang belum terpasang: tidak ada barisnya, juga bagi yang berhak
FAKTOR_SENDIRI = {
    "mfa_deactivate_totp",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "mfa_generate_recovery_codes",
}
HANYA_POST = {
    "accounts:logout",
    "accounts:set_tahun",
    "documents:pembukaan_tutup",
    "accounts:sesi_akhiri",
    "accounts:usul_putus",
    *(f"accounts:user_{langkah}" for langkah in ("tautan", "cabut", "sesi", "faktor")),
    "kinerja:definisi_batalkan",
    "kinerja:definisi_buka",
}
BACA, TULIS = ("list", "detail", "history"), ("create", "update", "delete")


def boleh(name):
    """Huruf peran yang boleh membuka halaman; KeyError bila tidak terdaftar."""
    if name in LAIN:
        return LAIN[name]
    model, _, page = name.rpartition("_")
    lihat, sunting = DATA[model]
    return lihat if page in BACA else dict.fromkeys(TULIS, sunting)[page]
