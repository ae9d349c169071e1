"""Siapa boleh mengirim ke halaman mana dan pada keadaan apa: pernyataan di samping `tests/hak.py`.

Tidak dibaca dari kodenya. Huruf perannya sama; halaman tanpa baris di sini tidak menerima kiriman.
"""

from tests.hak import BERFORMULIR, DATA, KISI, NASKAH, SEMUA, WRITE

DIKIRIM = {
    **dict.fromkeys(KISI, "o"),
    **{f"{k}_impor": "o" for k in KISI},
    **{f"{k}_formulir": "o" for k in BERFORMULIR},
    **{f"{n}_bundel": SEMUA for n in NASKAH},
    **{f"{n}_salinan": SEMUA for n in NASKAH},
    "accounts:kabar_baca": SEMUA,
    "accounts:kabar_pilihan": SEMUA,
    "accounts:logout": SEMUA,
    "accounts:password_change": SEMUA,
    "accounts:sesi_akhiri": SEMUA,
    "accounts:set_tahun": SEMUA,
    "accounts:tim": "a",
    "accounts:tokenapi_cabut": "a",
    "accounts:usul_putus": "dak",
    **{f"accounts:user_{langkah}": "a" for langkah in ("tautan", "cabut", "sesi", "faktor")},
    "account_reauthenticate": SEMUA,
    "mfa_activate_totp": SEMUA,
    "mfa_add_webauthn": SEMUA,
    "belum_melapor": "bda",
    "documents:impor_detail": "o",
    "documents:pembukaan_tutup": "d",
    "documents:sertifikat": "obdrk",
    "documents:tugas_batal": "a",  # dan pemintanya
    "documents:tugas_ulang": "a",
    "idm:idm_impor": "o",
    "idm:indeks_impor": "o",
    "idm:rumusan_impor": "o",
    "idm:isian": "o",
    **dict.fromkeys(("idm:isian_copy", "idm:isian_bukti", "idm:isian_usul"), "o"),
    **dict.fromkeys(("idm:isian_verifikasi", "idm:isian_verifikasi_semua"), "b"),
    "idm:isian_kembalikan": "bd",
    "idm:poin_verifikasi": "b",
    "idm:poin_kembalikan": "bd",
    "idm:instrumen_copy": "a",
    "idm:skala_pastikan": "a",
    "kinerja:apply_definisi": "o",
    **{f"kinerja:bagianlkjip_{langkah}": "o" for langkah in ("susun", "copy", "ready")},
    "kinerja:buka_tahun_naskah": "o",
    "kinerja:buku_impor": "o",
    "kinerja:catatanreviu_balas": "obdi",
    "kinerja:copy_tahun": "o",
    "kinerja:definisi_batalkan": "o",
    "kinerja:definisi_buka": "o",
    "kinerja:evaluasiakip_isi": "oi",
    "kinerja:evaluasiakip_rekomendasi": "i",
    "kinerja:kantor_impor": "a",
    "kinerja:lkjip_cetak": SEMUA,
    "kinerja:lkjip_susun": "o",
    "kinerja:nomenklatur_impor": "a",
    "kinerja:pedomanakip_copy": "i",
    "kinerja:pedomanreviu_copy": "i",
    "kinerja:perioderenstra_ambil": "o",
    "kinerja:rekomendasi_balas": "obdi",
    "kinerja:rekomendasi_komitmen": "i",
    "kinerja:reviu_angka": "i",
    "kinerja:reviu_isi": "i",
    "kinerja:undo_copy": "o",
    "kinerja:usul_create": "o",
    "villages:aliasnama_cocok": "o",
    "villages:batasdesa_load": "a",
    "villages:desa_impor": "a",
    "villages:kerjasama_copy": "o",
}
# jalan POST yang dibaca seperti GET: isiannya hanya menyusun tampilannya, tidak ada yang ditulis
MEMBACA = {"idm:perencana", "kinerja:usul_langkah"}
# yang dihitung dari baris lain: formulirnya menyebutkan itu, walau haknya ada
TERHITUNG = {"idm:idmdesa_update"}
# milik orangnya sendiri, bukan kantornya: nomor orang lain tidak ditemukan juga bagi yang berhak
SENDIRI = {"accounts:kabar_buka"}
# halaman yang juga terbuka bagi akun tanpa kabupaten; yang lain ditolak
TANPA_KABUPATEN: set[str] = set()

BIASA = {
    ("draft", "submit"): "o",
    ("diajukan", "approve"): "b",
    ("diajukan", "return"): "b",
    ("disetujui", "sign"): "pihak",
    ("disetujui", "return"): "d",
}
DIREVIU_DULU = BIASA | {
    ("disetujui", "sign"): "",
    ("disetujui", "review"): "i",
    ("disetujui", "return"): "di",
    ("direviu", "sign"): "pihak",
    ("direviu", "return"): "d",
}
INSPEKTORAT = {
    ("draft", "submit"): "i",
    ("diajukan", "sign"): "pihak",
    ("diajukan", "return"): "k",
}
STATUS = ("draft", "diajukan", "disetujui", "ditandatangani", "direviu")
# (status, langkah) → peran yang boleh; "pihak" berarti penanda tangan yang gilirannya
TABEL_LANGKAH = {
    "kinerja:lkjip": DIREVIU_DULU,
    "kinerja:naskahkinerja": BIASA,
    "kinerja:perjanjiankinerja": BIASA,
    "idm:penetapanidm": BIASA,
    "villages:berkasikk": BIASA,
    "kinerja:hasilreviu": INSPEKTORAT,
    "kinerja:hasilevaluasi": INSPEKTORAT,
    "kinerja:pernyataanreviu": INSPEKTORAT,
}
# data yang tidak ikut terkunci walau semua tahun sudah bertanda tangan
TETAP_TERBUKA = {
    # akun dan kantor
    *("accounts:bidang", "accounts:pejabat", "accounts:perangkatdaerah", "accounts:user"),
    # wilayah, register dan acuan: keadaannya bertanggal atau tidak bertahun
    *("villages:aliasnama", "villages:batasdesa", "villages:bataskabupaten"),
    *("villages:bataskecamatan", "villages:desa", "villages:kecamatan", "villages:kerjasama"),
    *("villages:dokumenkerjasama", "villages:tautankerjasama", "villages:lembaga"),
    *("villages:pengurus", "villages:koperasidesa", "villages:koperasi_grid"),
    *("villages:posyandu_grid", "villages:rekeningdesa", "villages:riwayatkecamatan"),
    *("villages:riwayatwilayah", "villages:outcomeikk", "villages:outputikk"),
    *("idm:biaya_grid", "idm:subdimensiindeks"),
    # berlaku sejak tahun yang belum terkunci: isi bagi tahun terkunci tetap yang semula
    *("kinerja:indikator", "kinerja:peraturan", "kinerja:skalakualitatif"),
    *("kinerja:skalapredikat", "kinerja:tingkatkualitatif", "kinerja:tingkatpredikat"),
    *("kinerja:naskahbaku", "kinerja:periodeisian"),
    # meja Inspektorat, yang bekerja sesudah naskahnya beku
    *("kinerja:buktiakip", "kinerja:butirakip", "kinerja:butirpedoman", "kinerja:evaluasiakip"),
    *("kinerja:jadwalreviu", "kinerja:pedomanakip", "kinerja:pedomanreviu"),
    *("kinerja:rekomendasi",),
    # naskah terkunci menurut statusnya sendiri
    *TABEL_LANGKAH,
    "kinerja:bagianlkjip",
}
# terkunci sejak naskahnya diajukan, walau tahunnya terbuka
BERSTATUS = {*TABEL_LANGKAH, "kinerja:bagianlkjip"}


def boleh_post(nama: str) -> str:
    """Huruf peran yang boleh mengirim ke halaman itu; kosong bila halamannya hanya dibaca."""
    if nama in DIKIRIM:
        return DIKIRIM[nama]
    model, _, halaman = nama.rpartition("_")
    if halaman in WRITE and model in DATA:
        return DATA[model][1]
    return ""
