"""Semua halaman menurut kelompoknya."""

from accounts.roles import ORANG_KEDUA
from dpmd.menu.butir import Item
from dpmd.menu.indeks import INDEKS_DESA
from dpmd.menu.peran import (
    ADMIN,
    BIDANG,
    DINAS,
    KEPALA_DAERAH,
    KEPALA_DINAS,
    OPERATOR,
    PENGAWAS,
    PIMPINAN,
    SEMUA,
)
from dpmd.menu.reviu import REVIU
from villages.models import Lembaga

# lembaga yang dicari orang dengan namanya sendiri
LEMBAGA = " ".join(Lembaga.JenisLembaga.labels)
APBDES = "PADes Dana Desa Alokasi Dana Desa Siskeudes"

MENU: tuple[tuple[str, tuple[Item, ...]], ...] = (
    (
        "Ringkasan",
        (
            Item("Beranda", "beranda", bagi=SEMUA),
            Item("Dasbor capaian", "kinerja:dasbor", "kinerja.view_indikator", SEMUA),
            Item("Dasbor desa", "idm:dasbor", "idm.view_idmdesa", SEMUA),
            Item("Kabar", "accounts:kabar", "accounts.view_kabar"),
            Item("Siapa belum melapor", "belum_melapor", "accounts.view_kabar", PIMPINAN),
            Item("Tugas", "documents:tugas_list", "documents.view_tugas", ADMIN),
            Item("Bantuan", "bantuan"),
        ),
    ),
    (
        "Wilayah",
        (
            Item("Peta desa", "villages:peta", "villages.view_desa", PIMPINAN),
            Item("Kecamatan", "villages:kecamatan_list", "villages.view_kecamatan"),
            Item(
                "Desa dan kelurahan", "villages:desa_list", "villages.view_desa", OPERATOR | ADMIN
            ),
            Item("Riwayat wilayah", "villages:riwayatwilayah_list", "villages.view_riwayatwilayah"),
            Item("Alias nama", "villages:aliasnama_list", "villages.view_aliasnama"),
            Item("Batas desa", "villages:batasdesa_list", "villages.view_batasdesa"),
            Item(
                "Batas kecamatan", "villages:bataskecamatan_list", "villages.change_bataskecamatan"
            ),
            Item(
                "Batas kabupaten/kota",
                "villages:bataskabupaten_list",
                "villages.change_bataskabupaten",
            ),
        ),
    ),
    (
        "Kerja sama antar desa",
        (
            Item("Angka kerja sama", "villages:kerjasama_angka", "villages.view_kerjasama"),
            Item(
                "Formulir kerja sama",
                "villages:kerjasama_grid",
                "villages.view_anggotakerjasama",
                OPERATOR,
            ),
            Item("Daftar kerja sama", "villages:kerjasama_list", "villages.view_kerjasama"),
            Item(
                "Anggota kerja sama",
                "villages:anggotakerjasama_list",
                "villages.view_anggotakerjasama",
            ),
            Item(
                "Keterangan formulir",
                "villages:formulirkerjasama_list",
                "villages.view_formulirkerjasama",
            ),
            Item(
                "Dokumen kerja sama",
                "villages:dokumenkerjasama_list",
                "villages.view_dokumenkerjasama",
            ),
            Item(
                "Tautan dokumen", "villages:tautankerjasama_list", "villages.view_tautankerjasama"
            ),
        ),
    ),
    (
        "Lembaga dan PKK",
        (
            Item(
                "Rekap lembaga",
                "villages:rekaplembaga_grid",
                "villages.view_rekaplembaga",
                OPERATOR,
                LEMBAGA,
            ),
            Item(
                "Rincian per desa",
                "villages:rincianlembaga_grid",
                "villages.view_rincianlembaga",
                OPERATOR,
                LEMBAGA,
            ),
            Item(
                "Kegiatan PKK Pokja II",
                "villages:kegiatanpkk_grid",
                "villages.view_kegiatanpkk",
                OPERATOR,
            ),
            Item(
                "Kelengkapan kecamatan",
                "villages:kelengkapan",
                "villages.view_rekaplembaga",
                OPERATOR,
            ),
            Item(
                "Register lembaga", "villages:lembaga_list", "villages.view_lembaga", memuat=LEMBAGA
            ),
            Item("Koperasi dan posyandu", "villages:kelembagaan", "villages.view_koperasidesa"),
            Item("Isi koperasi", "villages:koperasi_grid", "villages.view_koperasidesa"),
            Item("Isi posyandu", "villages:posyandu_grid", "villages.view_lembaga"),
            Item("Daftar koperasi", "villages:koperasidesa_list", "villages.view_koperasidesa"),
            Item("SK segera berakhir", "villages:lembaga_berakhir", "villages.view_lembaga"),
            Item("Pengurus", "villages:pengurus_list", "villages.view_pengurus"),
            Item(
                "Daftar rekap lembaga", "villages:rekaplembaga_list", "villages.view_rekaplembaga"
            ),
            Item(
                "Daftar rincian lembaga",
                "villages:rincianlembaga_list",
                "villages.view_rincianlembaga",
            ),
            Item("Daftar kegiatan PKK", "villages:kegiatanpkk_list", "villages.view_kegiatanpkk"),
        ),
    ),
    (
        "APBDes",
        (
            Item("APBDes", "villages:apbdes", "villages.view_anggarandesa", memuat=APBDES),
            Item("APBDes semua desa", "villages:anggarandesa_grid", "villages.view_anggarandesa"),
            Item("APBDes per rekening", "villages:rekening_grid", "villages.view_anggarandesa"),
            Item(
                "Daftar anggaran desa", "villages:anggarandesa_list", "villages.view_anggarandesa"
            ),
            Item("Rekening APBDes", "villages:rekeningdesa_list", "villages.view_rekeningdesa"),
        ),
    ),
    INDEKS_DESA,
    (
        "Perencanaan",
        (
            Item("Membuka tahun", "kinerja:buka_tahun", "kinerja.view_program", OPERATOR),
            Item("Pohon kinerja", "kinerja:pohon", "kinerja.view_program", DINAS | PENGAWAS),
            Item("Rencana aksi", "kinerja:rencanaaksi_grid", "kinerja.view_rencanaaksi", OPERATOR),
            Item("Target program", "kinerja:targetbaris_grid", "kinerja.view_subkegiatan"),
            Item("Penanggung", "kinerja:penanggung_grid", "kinerja.view_subkegiatan", BIDANG),
            Item("Indikator", "kinerja:indikator_list", "kinerja.view_indikator"),
            Item("Definisi tahun", "kinerja:definisitahun_list", "kinerja.view_definisitahun"),
            Item("Target", "kinerja:target_list", "kinerja.view_target"),
            Item("Program", "kinerja:program_list", "kinerja.view_program"),
            Item("Kegiatan", "kinerja:kegiatan_list", "kinerja.view_kegiatan"),
            Item("Sub kegiatan", "kinerja:subkegiatan_list", "kinerja.view_subkegiatan"),
            Item(
                "Indikator tambahan",
                "kinerja:indikatortambahan_list",
                "kinerja.view_indikatortambahan",
            ),
            Item("DPA", "kinerja:dpa_list", "kinerja.view_dpa"),
            Item("Buku kerja setahun", "kinerja:buku_impor", "kinerja.add_program", OPERATOR),
            Item("Periode Renstra", "kinerja:perioderenstra_list", "kinerja.view_perioderenstra"),
            Item("Tujuan", "kinerja:tujuan_list", "kinerja.view_tujuan"),
            Item("Sasaran", "kinerja:sasaran_list", "kinerja.view_sasaran"),
        ),
    ),
    (
        "Pengukuran",
        (
            Item(
                "Pengukuran dan evaluasi",
                "kinerja:evaluasi_grid",
                "kinerja.view_pengukuransub",
                DINAS,
            ),
            Item("Realisasi", "kinerja:realisasi_list", "kinerja.view_realisasi", OPERATOR),
            Item("Periode isian", "kinerja:periodeisian_list", "kinerja.view_periodeisian"),
            Item(
                "Bukti pengukuran", "kinerja:buktipengukuran_list", "kinerja.view_buktipengukuran"
            ),
            Item("Rencana aksi per baris", "kinerja:rencanaaksi_list", "kinerja.view_rencanaaksi"),
            Item(
                "Pengukuran sub kegiatan",
                "kinerja:pengukuransub_list",
                "kinerja.view_pengukuransub",
            ),
            Item(
                "Pengukuran kegiatan",
                "kinerja:pengukurankegiatan_list",
                "kinerja.view_pengukurankegiatan",
            ),
            Item(
                "Pengukuran program",
                "kinerja:pengukuranprogram_list",
                "kinerja.view_pengukuranprogram",
            ),
            Item(
                "Pengukuran tambahan",
                "kinerja:pengukurantambahan_list",
                "kinerja.view_pengukurantambahan",
            ),
            Item(
                "Perubahan target", "kinerja:perubahantarget_list", "kinerja.view_perubahantarget"
            ),
        ),
    ),
    (
        "Naskah",
        (
            Item("LKjIP", "kinerja:lkjip_list", "kinerja.view_lkjip", SEMUA),
            Item(
                "Perjanjian Kinerja",
                "kinerja:perjanjiankinerja_list",
                "kinerja.view_perjanjiankinerja",
                DINAS | KEPALA_DAERAH,
            ),
            Item(
                "Naskah kinerja",
                "kinerja:naskahkinerja_list",
                "kinerja.view_naskahkinerja",
                DINAS | PENGAWAS,
            ),
            Item(
                "Bukti IKK", "villages:berkasikk_list", "villages.view_berkasikk", DINAS | PENGAWAS
            ),
            Item("Rekap pegawai", "kinerja:rekappegawai_list", "kinerja.view_rekappegawai"),
            Item("Angka tercetak", "kinerja:angkatercetak_list", "kinerja.view_angkatercetak"),
        ),
    ),
    REVIU,
    (
        "Acuan",
        (
            Item("Nomenklatur", "kinerja:nomenklatur_list", "kinerja.view_nomenklatur"),
            Item("Peraturan", "kinerja:peraturan_list", "kinerja.view_peraturan"),
            Item("Naskah baku", "kinerja:naskahbaku_list", "kinerja.view_naskahbaku"),
            Item("IKK outcome", "villages:outcomeikk_list", "villages.view_outcomeikk"),
            Item("IKK output", "villages:outputikk_list", "villages.view_outputikk"),
            Item("Angka IKK tercetak", "villages:angkaikk_list", "villages.view_angkaikk"),
            Item("Skala predikat", "kinerja:skalapredikat_list", "kinerja.view_skalapredikat"),
            Item(
                "Skala kualitatif", "kinerja:skalakualitatif_list", "kinerja.view_skalakualitatif"
            ),
        ),
    ),
    (
        "Pengaturan",
        (
            Item(
                "Perangkat daerah",
                "accounts:perangkatdaerah_list",
                "accounts.view_perangkatdaerah",
                ADMIN,
            ),
            Item("Bidang", "accounts:bidang_list", "accounts.view_bidang", ADMIN),
            Item("Pejabat", "accounts:pejabat_list", "accounts.view_pejabat", ADMIN),
            Item("Bidang dan pejabat dari lembar", "kinerja:kantor_impor", "accounts.add_pejabat"),
            Item("Tim kantor", "accounts:tim", "accounts.add_user", ADMIN),
            Item("Pengguna", "accounts:user_list", "accounts.view_user", ADMIN),
            Item("Usul akun", "accounts:usulakun_list", "accounts.view_usulakun", ORANG_KEDUA),
            Item("Token API", "accounts:tokenapi_list", "accounts.view_tokenapi", ADMIN),
            Item("Layanan rumusan", "idm:layananrumusan_list", "idm.view_layananrumusan", ADMIN),
            Item("Formulir terisi", "documents:buktiformulir_list", "documents.view_buktiformulir"),
            Item("Impor lembar kerja", "documents:impor_list", "documents.view_impor", ADMIN),
            Item(
                "Pembukaan kunci",
                "documents:pembukaan_list",
                "documents.view_pembukaan",
                KEPALA_DINAS,
            ),
            Item("Jejak audit", "core:auditevent_list", "core.view_auditevent", ADMIN | PENGAWAS),
        ),
    ),
)
