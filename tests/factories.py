"""Pembuat baris uji yang pendek; setiap pembuat menerima kolom apa pun untuk ditukar."""

import datetime
from dataclasses import replace
from decimal import Decimal
from itertools import count
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import Bidang, Kabupaten, Pejabat, PerangkatDaerah, User
from accounts.roles import PERANGKAT_PERAN, Role
from core.daerah import PERANGKAT, Perangkat
from documents.models import Pengesahan, Snapshot
from documents.snapshot import canonical, digest
from idm.models import (
    AmbangStatus,
    BiayaLangkah,
    BuktiJawaban,
    DimensiIndeks,
    IdmDesa,
    IndeksDesa,
    IndikatorIdm,
    Instrumen,
    IsianIdm,
    PenetapanIdm,
    PoinDimensi,
    TerbitanIdm,
)
from kinerja.models import (
    BuktiPengukuran,
    Dpa,
    Indikator,
    IndikatorTambahan,
    Kegiatan,
    Lkjip,
    PengukuranKegiatan,
    PengukuranProgram,
    PengukuranSub,
    PengukuranTambahan,
    PeriodeIsian,
    PeriodeRenstra,
    PerubahanTarget,
    Program,
    Realisasi,
    RencanaAksi,
    Sasaran,
    SubKegiatan,
    Target,
    Tujuan,
)
from villages.models import (
    AliasNama,
    AnggotaKerjaSama,
    AngkaIkk,
    BatasDesa,
    BerkasIkk,
    Desa,
    DokumenKerjaSama,
    FormulirKerjaSama,
    Kecamatan,
    KegiatanPkk,
    KerjaSama,
    Lembaga,
    OutcomeIkk,
    OutputIkk,
    Pengurus,
    RekapLembaga,
    RincianLembaga,
    RiwayatKecamatan,
    RiwayatWilayah,
    TautanKerjaSama,
)

SANDI = "kata-sandi-uji-panjang"
TAHUN = 2023
_nomor = count(1)


def make_kabupaten(
    kode: str = "16.07", nama: str = "Banyuasin", provinsi: str = "Sumatera Selatan"
) -> Kabupaten:
    """Kabupaten beserta dinasnya."""
    kabupaten = Kabupaten.objects.create(kode=kode, nama=nama, provinsi=provinsi)
    PerangkatDaerah.objects.create(
        kabupaten=kabupaten,
        nama="Dinas Pemberdayaan Masyarakat dan Desa",
        singkatan="DPMD",
        tempat=nama,
        tahun_kerja=TAHUN,
    )
    return kabupaten


def make_kantor(kabupaten: Kabupaten, jenis: Perangkat) -> PerangkatDaerah:
    """Perangkat daerah berjenis itu; yang sudah ada dipakai."""
    nama = PERANGKAT[jenis]
    isian = {"nama": nama, "singkatan": nama, "tempat": kabupaten.nama, "tahun_kerja": TAHUN}
    return PerangkatDaerah.objects.get_or_create(kabupaten=kabupaten, jenis=jenis, defaults=isian)[
        0
    ]


def make_bidang(kabupaten: Kabupaten, **fields: Any) -> Bidang:
    values = {"nama": f"Bidang {next(_nomor)}"} | fields
    return Bidang.objects.create(perangkat_daerah=kabupaten.dinas, **values)


def make_pejabat(kabupaten: Kabupaten, **fields: Any) -> Pejabat:
    values = {
        "nama": "Kepala Dinas Uji, S.IP.",
        "nip": f"{next(_nomor):018d}",
        "jabatan": "Kepala Dinas",
        "is_kepala": True,
        "mulai": datetime.date(2020, 1, 2),
    } | fields
    kantor = values.pop("perangkat_daerah", None) or kabupaten.dinas
    return Pejabat.objects.create(perangkat_daerah=kantor, **values)


def make_user(role: Role | str | None, kabupaten: Kabupaten | None, **fields: Any) -> User:
    """Pengguna satu peran; namanya `<peran>-<kode kabupaten>`."""
    kode = kabupaten.kode if kabupaten else "tanpa"
    values = {
        "username": f"{role}-{kode}",
        "first_name": f"{role} {kode}".replace("_", " ").title(),
    } | fields
    if kabupaten and role:
        values.setdefault(
            "perangkat_daerah",
            make_kantor(kabupaten, PERANGKAT_PERAN.get(role, Perangkat.DINAS_PMD)),
        )
    user = User(kabupaten=kabupaten, **values)
    user.set_password(SANDI)
    user.save()
    if role:
        user.groups.add(Group.objects.get_or_create(name=str(role))[0])
    return user


def make_kecamatan(kabupaten: Kabupaten, **fields: Any) -> Kecamatan:
    number = Kecamatan.objects.filter(kabupaten=kabupaten).count() + 1
    values = {"kode": f"{kabupaten.kode}.{number:02d}", "nama": f"Kecamatan {number}"} | fields
    return Kecamatan.objects.create(kabupaten=kabupaten, **values)


def make_desa(kecamatan: Kecamatan, **fields: Any) -> Desa:
    number = Desa.objects.filter(kecamatan=kecamatan).count() + 1
    values = {
        "kode": f"{kecamatan.kode}.2{number:03d}",
        "nama": f"Desa {number}",
        "jenis": "desa",
    } | fields
    return Desa.objects.create(kecamatan=kecamatan, **values)


def make_instrumen(**fields: Any) -> Instrumen:
    values = {"nama": "Instrumen uji", "regulasi": "Permendes 2/2016", "tahun_awal": 2016} | fields
    return Instrumen.objects.get_or_create(kode=fields.get("kode", "uji"), defaults=values)[0]


def make_idm(desa: Desa, tahun: int = TAHUN, **fields: Any) -> IdmDesa:
    values = {
        "iks": Decimal("0.7"),
        "ike": Decimal("0.7"),
        "ikl": Decimal("0.7"),
        "idm": Decimal("0.7"),
        "status": "BERKEMBANG",
        "sumber": "terbitan",
    } | fields
    return IdmDesa.objects.create(desa=desa, tahun=tahun, instrumen=make_instrumen(), **values)


def make_penetapan(kabupaten: Kabupaten, tahun: int = TAHUN, **ubah: Any) -> PenetapanIdm:
    """Penetapan yang sudah ditandatangani; isinya hasil desa kini dengan kolom yang diberikan."""
    now, nomor = timezone.now(), next(_nomor)
    kepala = make_user(None, kabupaten, username=f"penetap-{nomor}")
    isi = replace(PenetapanIdm(kabupaten=kabupaten, tahun=tahun).reading().isi, **ubah)
    snapshot = Snapshot.objects.create(
        kabupaten=kabupaten, document="idm.PenetapanIdm", document_id=nomor, version=1,
        content=canonical(isi), sha256=digest(str(nomor)), created_at=now, created_by="uji",
    )  # fmt: skip
    pengesahan = Pengesahan.objects.create(
        kabupaten=kabupaten, kode=f"UJI-{nomor}", judul="Penetapan IDM", nomor=str(nomor),
        tanggal=now.date(), penanda_tangan="Kepala", jabatan="Kepala Dinas", snapshot=snapshot,
        pdf="x.pdf", pdf_sha256=f"{nomor:064d}", signed_at=now,
    )  # fmt: skip
    return PenetapanIdm.objects.create(
        kabupaten=kabupaten, tahun=tahun, nomor=str(nomor), tanggal=now.date(),
        status="ditandatangani", submitted_by=kepala, submitted_at=now, signed_by=kepala,
        signed_at=now, snapshot=snapshot, pengesahan=pengesahan,
    )  # fmt: skip


def make_sasaran(kabupaten: Kabupaten, **fields: Any) -> Sasaran:
    """Sasaran dalam periode Renstra 2018–2023."""
    periode, _ = PeriodeRenstra.objects.get_or_create(
        perangkat_daerah=kabupaten.dinas,
        tahun_awal=2018,
        defaults={"nama": "Renstra 2018–2023", "tahun_akhir": 2023},
    )
    values = {
        "nomor": Sasaran.objects.filter(periode=periode).count() + 1,
        "nama": "Sasaran uji",
    } | fields
    return Sasaran.objects.create(periode=periode, **values)


def make_indikator(kabupaten: Kabupaten, **fields: Any) -> Indikator:
    sasaran = fields.pop("sasaran", None) or make_sasaran(kabupaten)
    number = Indikator.objects.filter(sasaran=sasaran).count() + 1
    values = {
        "jenis": "ikk",
        "nomor": number,
        "nama": f"Indikator {number}",
        "satuan": "%",
    } | fields
    return Indikator.objects.create(sasaran=sasaran, **values)


def make_target(indikator: Indikator, nilai: str = "100", **fields: Any) -> Target:
    return Target.objects.create(
        indikator=indikator, nilai=Decimal(nilai), **({"tahun": TAHUN} | fields)
    )


def make_realisasi(indikator: Indikator, nilai: str | None = "90", **fields: Any) -> Realisasi:
    values = {"tahun": TAHUN, "nilai": None if nilai is None else Decimal(nilai)} | fields
    return Realisasi.objects.create(indikator=indikator, **values)


def make_lkjip(kabupaten: Kabupaten, **fields: Any) -> Lkjip:
    values = {
        "tahun": TAHUN,
        "nomor": "1/LKjIP/2024",
        "tanggal": datetime.date(2024, 1, 31),
    } | fields
    return Lkjip.objects.create(kabupaten=kabupaten, **values)


def make_program(kabupaten: Kabupaten, tahun: int = TAHUN, **fields: Any) -> Program:
    values = {"kode": "2.13.04", "nama": "Program uji", "is_rinci": True} | fields
    return Program.objects.create(perangkat_daerah=kabupaten.dinas, tahun=tahun, **values)


def make_sub(kabupaten: Kabupaten, tahun: int = TAHUN, **fields: Any) -> SubKegiatan:
    """Satu sub kegiatan beserta kegiatan dan programnya; `kegiatan` boleh diberikan."""
    kegiatan = fields.pop("kegiatan", None)
    if kegiatan is None:
        program = make_program(kabupaten, tahun)
        kegiatan = Kegiatan.objects.create(
            program=program, kode="2.13.04.2.01", nama="Kegiatan uji"
        )
    values = {
        "nama": "Sub kegiatan uji",
        "target": Decimal(1),
        "satuan": "Dokumen",
        "pagu": Decimal(1000),
    } | fields
    return SubKegiatan.objects.create(kegiatan=kegiatan, **values)


def make_rencana(kabupaten: Kabupaten) -> PengukuranSub:
    """Satu baris untuk tiap model rencana dan pengukuran, pada tahun tanpa data nyata."""
    sub = make_sub(kabupaten, 2030)
    periode = kabupaten.dinas.perioderenstra_set.first()
    target = Target.objects.filter(indikator__sasaran__periode=periode).first()
    now = timezone.now()
    Tujuan.objects.create(periode=periode, nomor=9, nama="Tujuan uji")
    Dpa.objects.create(
        perangkat_daerah=kabupaten.dinas,
        tahun=2030,
        jenis="murni",
        nomor="DPA/1",
        tanggal=now.date(),
    )
    PeriodeIsian.objects.create(
        kabupaten=kabupaten,
        tahun=2030,
        triwulan=1,
        mulai=datetime.date(2030, 1, 1),
        sampai=datetime.date(2030, 4, 15),
    )
    RencanaAksi.objects.create(sub_kegiatan=sub, aksi="Langkah uji", bulan_3=100)
    PengukuranProgram.objects.create(program=sub.kegiatan.program, triwulan=2, kinerja=1)
    tambahan = IndikatorTambahan.objects.create(
        program=sub.kegiatan.program, indikator="Indikator kedua"
    )
    PengukuranTambahan.objects.create(tambahan=tambahan, triwulan=2, kinerja=1)
    PengukuranKegiatan.objects.create(kegiatan=sub.kegiatan, triwulan=2, kinerja=1)
    ukur = PengukuranSub.objects.create(sub_kegiatan=sub, triwulan=2, kinerja=1, keuangan=100)
    BuktiPengukuran.objects.create(
        pengukuran=ukur, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1, sha256="0" * 64,
        uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    PerubahanTarget.objects.create(
        target=target, lama="1", baru="2", alasan="Uji", oleh="uji", waktu=now
    )
    return ukur


def make_wilayah(kabupaten: Kabupaten) -> KerjaSama:
    """Satu baris untuk tiap model wilayah, kerja sama, lembaga dan IKK, pada tahun tanpa data."""
    now, kecamatan = (
        timezone.now(),
        make_kecamatan(kabupaten, kode=f"{kabupaten.kode}.99", nama="Uji"),
    )
    desa = make_desa(kecamatan)
    tanggal = datetime.date(2020, 1, 1)
    RiwayatKecamatan.objects.create(
        kecamatan=kecamatan, kode=kecamatan.kode, nama="Kecamatan lama", sampai=tanggal
    )
    RiwayatWilayah.objects.create(
        desa=desa,
        kode=desa.kode,
        nama="Nama lama",
        jenis="desa",
        kecamatan=kecamatan,
        sampai=tanggal,
    )
    AliasNama.objects.create(
        kecamatan=kecamatan, tulisan="X", kunci="X", desa=desa, oleh="uji", waktu=now
    )
    BatasDesa.objects.create(desa=desa, cincin=[[[0, 0], [0, 9], [9, 9], [0, 0]]], sumber="uji")
    kerja_sama = KerjaSama.objects.create(kabupaten=kabupaten, kecamatan=kecamatan, jenis="kawasan")
    TautanKerjaSama.objects.create(
        kerja_sama=kerja_sama, judul="Perbup", tautan="https://contoh.go.id/1"
    )
    DokumenKerjaSama.objects.create(
        kerja_sama=kerja_sama, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1,
        sha256="0" * 64, uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    FormulirKerjaSama.objects.create(kerja_sama=kerja_sama, tahun=2030, dokumen="Perbup")
    AnggotaKerjaSama.objects.create(
        kerja_sama=kerja_sama, tahun=2030, desa=desa, nama_tercetak="UJI"
    )
    RekapLembaga.objects.create(kecamatan=kecamatan, tahun=2030)
    RincianLembaga.objects.create(desa=desa, tahun=2030)
    KegiatanPkk.objects.create(kecamatan=kecamatan, tahun=2030)
    lembaga = Lembaga.objects.create(desa=desa, jenis="rt", nama="RT 01")
    Pengurus.objects.create(lembaga=lembaga, jabatan="Ketua", nama="Ketua uji")
    OutcomeIkk.objects.create(kabupaten=kabupaten, nomor=9, nama="Uji")
    output = OutputIkk.objects.create(kabupaten=kabupaten, nomor=9, uraian="Uji", sumber="desa")
    AngkaIkk.objects.create(output=output, tahun=2030, tercetak=1, sumber="uji")
    BerkasIkk.objects.create(kabupaten=kabupaten, tahun=2030)
    return kerja_sama


def make_isian(kerja_sama: KerjaSama) -> IsianIdm:
    """Satu baris untuk tiap model isian, hasil dan penetapan IDM desa itu, tahun 2030."""
    kabupaten, desa, now = (
        kerja_sama.kabupaten,
        kerja_sama.kecamatan.desa_set.first(),
        timezone.now(),
    )
    instrumen = make_instrumen()
    indikator, _ = IndikatorIdm.objects.get_or_create(
        instrumen=instrumen,
        posisi=1,
        defaults={"kode": "U1", "nama": "Uji", "indeks": "IKS", "dimensi": "Uji"},
    )
    isian = IsianIdm.objects.create(desa=desa, tahun=2030, instrumen=instrumen, skor="-")
    BuktiJawaban.objects.create(
        isian=isian, indikator=indikator, berkas="bukti/tidak-ada.pdf", nama="x.pdf", ukuran=1,
        sha256="0" * 64, uploaded_by="uji", uploaded_at=now,
    )  # fmt: skip
    dimensi, _ = DimensiIndeks.objects.get_or_create(
        instrumen=instrumen, posisi=1, defaults={"kode": "uji", "nama": "Uji", "maksimum": 10}
    )
    AmbangStatus.objects.get_or_create(instrumen=instrumen, status="MAJU", defaults={"batas": 50})
    PoinDimensi.objects.create(desa=desa, tahun=2030, dimensi=dimensi, poin=1)
    IndeksDesa.objects.create(desa=desa, tahun=2030, instrumen=instrumen, skor=10, status="MAJU")
    nilai = dict.fromkeys(("iks", "ike", "ikl", "idm"), Decimal("0.7"))
    TerbitanIdm.objects.create(desa=desa, tahun=2030, **nilai, status="BERKEMBANG", sumber="uji")
    BiayaLangkah.objects.create(kabupaten=kabupaten, indikator=indikator, skor=5, biaya_rupiah=1)
    PenetapanIdm.objects.create(kabupaten=kabupaten, tahun=2030)
    return isian
