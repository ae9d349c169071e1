"""Isi peta desa: kelas tiap desa menurut satu sifat tahunan, titik atau batasnya, dan tabelnya."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from core.peta import Garis, KelasPeta, Tempat, ke_bulat, peta
from villages.atribut import Atribut
from villages.models import (
    AnggotaKerjaSama,
    BatasDesa,
    BatasKabupaten,
    BatasKecamatan,
    Desa,
    RincianLembaga,
)
from villages.reports.kelembagaan import (
    BELUM_DIKETAHUI,
    ENAM_BIDANG,
    SEBAGIAN,
    SEMUA_TAHAP,
    layanan_posyandu,
    tahap_koperasi,
)
from villages.sources import DesaSaat

SemuaDesa = list[Any]
PerDesa = dict[int, str]  # kelasnya menurut desa
AKTIF = "Aktif"
TIDAK_AKTIF = "Tidak aktif"
MELAPOR = "Sudah melapor"
BELUM = "Belum melapor"
TEBAL_KECAMATAN = 2
TEBAL_KABUPATEN = 4
Titik = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DesaPeta:
    """Satu desa pada tabel petanya; `kelas` `None` bila tanpa data."""

    desa: DesaSaat
    kelas: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiPeta:
    """Gambar, tabel dan hitungan dari data yang sama; `gambar` kosong tanpa koordinat."""

    atribut: Atribut
    gambar: str
    kelas: tuple[KelasPeta, ...]
    tanpa_data: int
    tanpa_titik: int
    banyak_batas: int
    has_garis: bool
    baris: tuple[DesaPeta, ...]


def isi(
    kabupaten: Kabupaten,
    tahun: int,
    atribut: Atribut,
    kecamatan: int | None = None,
) -> IsiPeta:
    """Hanya desa satu `kecamatan` tahun itu bila disebut nomornya."""
    nilai = atribut.nilai(kabupaten, tahun)
    desa = _desa(kabupaten, tahun)
    if kecamatan:
        desa = [satu for satu in desa if satu.kecamatan_saat == kecamatan]
        nilai = {satu.pk: nilai[satu.pk] for satu in desa if satu.pk in nilai}
    semua_batas = BatasDesa.objects.filter(desa__in=desa)
    batas = dict(semua_batas.values_list("desa", "cincin"))
    kelas = _kelas(desa, nilai, atribut)
    urutan = list(atribut.kelas)
    tempat = []
    for satu in desa:
        cincin = batas.get(satu.pk, ())
        tempat.append(_tempat(satu, nilai.get(satu.pk), urutan, cincin))
    garis = _garis(kabupaten, desa, is_kabupaten=kecamatan is None)
    judul = f"{atribut.label} {tahun}, {kabupaten}"
    tanpa_titik = [satu for satu in desa if satu.lintang is None]
    return IsiPeta(
        atribut=atribut,
        gambar=peta(judul, tempat, kelas, _nama_kecamatan(desa), garis),
        kelas=tuple(kelas),
        tanpa_data=sum(satu.pk not in nilai for satu in desa),
        tanpa_titik=sum(satu.pk not in batas for satu in tanpa_titik),
        banyak_batas=len(batas),
        has_garis=bool(garis),
        baris=tuple(DesaPeta(desa=satu, kelas=nilai.get(satu.pk)) for satu in desa),
    )


def _garis(kabupaten: Kabupaten, desa: SemuaDesa, *, is_kabupaten: bool) -> list[Garis]:
    """Batas kecamatan tahun itu, lalu batas kabupatennya yang lebih tebal bila digambar utuh."""
    kecamatan = {satu.kecamatan_saat for satu in desa}
    dalam = BatasKecamatan.objects.filter(kecamatan__in=kecamatan)
    luar = BatasKabupaten.objects.none()
    if is_kabupaten:
        luar = BatasKabupaten.objects.filter(kabupaten=kabupaten)
    garis = []
    for batas, tebal in ((dalam, TEBAL_KECAMATAN), (luar, TEBAL_KABUPATEN)):
        for cincin in batas.values_list("cincin", flat=True):
            garis.append(Garis(cincin, tebal))
    return garis


def _kelas(desa: SemuaDesa, nilai: PerDesa, atribut: Atribut) -> list[KelasPeta]:
    """Tiap kelas dengan warnanya dan banyak desanya.

    Tanpa satu data pun banyaknya tidak diketahui, bukan nol.
    """
    berkelas = [nilai[satu.pk] for satu in desa if satu.pk in nilai]
    banyak = Counter(berkelas)
    kelas = []
    for nama, warna in atribut.kelas.items():
        satu = KelasPeta(nama, warna, banyak[nama] if berkelas else None)
        kelas.append(satu)
    return kelas


def _desa(kabupaten: Kabupaten, tahun: int) -> SemuaDesa:
    """Desa tahun itu menurut kodenya."""
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    return list(rows.order_by("kode_saat"))


def _tempat(
    desa: Any,
    kelas: str | None,
    urutan: list[str],
    cincin: Any,
) -> Tempat:
    nomor = None
    if kelas in urutan:
        nomor = urutan.index(kelas)
    keterangan = kelas or "tanpa data"
    return Tempat(
        f"{desa.nama_saat}: {keterangan}",
        nomor,
        titik(desa),
        cincin,
        desa.get_absolute_url(),
    )


def titik(desa: Desa) -> Titik | None:
    """Titik tengahnya; `None` bila tidak diketahui."""
    if desa.lintang is None or desa.bujur is None:
        return None
    return ke_bulat(desa.bujur), ke_bulat(desa.lintang)


def _nama_kecamatan(desa: SemuaDesa) -> list[tuple[str, Titik]]:
    """Nama kecamatan di rata-rata titik desanya."""
    per: dict[str, list[Titik]] = defaultdict(list)
    for satu in desa:
        letak = titik(satu)
        if letak is not None:
            per[satu.letak].append(letak)
    hasil = []
    for nama, semua in per.items():
        hasil.append((nama, _tengah(semua)))
    return hasil


def _tengah(letak: list[Titik]) -> Titik:
    """Rata-rata yang dibulatkan ke bawah: letak tulisan, bukan ukuran."""
    banyak = len(letak)
    semua_bujur, semua_lintang = zip(*letak, strict=True)
    bujur = sum(semua_bujur) // banyak
    lintang = sum(semua_lintang) // banyak
    return bujur, lintang


def jenis(kabupaten: Kabupaten, tahun: int) -> PerDesa:
    """Desa atau kelurahan pada tahun itu."""
    rows = Desa.objects.filter(kecamatan__kabupaten=kabupaten).on(tahun)
    hasil = {}
    for nomor, nilai in rows.values_list("pk", "jenis_saat"):
        hasil[nomor] = nilai.title()
    return hasil


def kerja_sama(kabupaten: Kabupaten, tahun: int) -> PerDesa:
    """Aktif bila aktif pada salah satu daftarnya."""
    hasil: PerDesa = {}
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun)
    cocok = rows.exclude(desa=None)
    for nomor, is_aktif in cocok.values_list("desa", "is_aktif"):
        if is_aktif:
            hasil[nomor] = AKTIF
        else:
            hasil.setdefault(nomor, TIDAK_AKTIF)
    return hasil


def rincian(kabupaten: Kabupaten, tahun: int) -> PerDesa:
    """Siapa yang sudah melaporkan rincian lembaganya."""
    lengkap = RincianLembaga.objects.lengkap()
    rows = lengkap.filter(desa__kecamatan__kabupaten=kabupaten, tahun=tahun)
    desa = Desa.objects.filter(kecamatan__kabupaten=kabupaten)
    hasil = dict.fromkeys(desa.values_list("pk", flat=True), BELUM)
    melapor = rows.values_list("desa", flat=True)
    return hasil | dict.fromkeys(melapor, MELAPOR)


ATRIBUT = (
    Atribut(
        "kerja_sama",
        "Kerja sama antar desa",
        {AKTIF: "#14463d", TIDAK_AKTIF: "#e0b04f"},
        kerja_sama,
    ),
    Atribut(
        "jenis",
        "Desa dan kelurahan",
        {"Desa": "#b7cda3", "Kelurahan": "#4d8b6c"},
        jenis,
    ),
    Atribut(
        "rincian",
        "Rincian lembaga per desa",
        {MELAPOR: "#4d8b6c", BELUM: "#e0b04f"},
        rincian,
    ),
    Atribut(
        "koperasi",
        "Koperasi Merah Putih",
        dict(zip(SEMUA_TAHAP, ("#e0b04f", "#7a9e87", "#14463d"), strict=True)),
        tahap_koperasi,
    ),
    Atribut(
        "posyandu",
        "Layanan posyandu",
        {ENAM_BIDANG: "#14463d", SEBAGIAN: "#7a9e87", BELUM_DIKETAHUI: "#e0b04f"},
        layanan_posyandu,
    ),
)
