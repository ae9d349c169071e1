"""Isi peta desa: kelas tiap desa menurut satu sifat tahunan, titik atau batasnya, dan tabelnya."""

from collections import Counter, defaultdict
from typing import Any

from accounts.models import Kabupaten
from core.peta import KelasPeta, Tempat, ke_bulat, peta
from villages.atribut import Atribut
from villages.models import AnggotaKerjaSama, BatasDesa, Desa, RincianLembaga

BERTITIK = "Titik tengah desa"


def isi(kabupaten: Kabupaten, tahun: int, atribut: Atribut) -> dict[str, Any]:
    """Gambar, tabel dan hitungan dari data yang sama; `gambar` kosong bila tidak ada koordinat."""
    nilai = atribut.nilai(kabupaten, tahun)
    nama_kelas = list(atribut.kelas)
    desa = list(
        Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        .on(tahun)
        .select_related("kecamatan")
        .order_by("kode")
    )
    batas = dict(BatasDesa.objects.filter(desa__in=desa).values_list("desa", "cincin"))
    hitung = Counter(nilai[d.pk] for d in desa if d.pk in nilai)
    kelas = [KelasPeta(nama, warna, hitung[nama]) for nama, warna in atribut.kelas.items()]
    tempat = [_tempat(d, nilai.get(d.pk), nama_kelas, batas.get(d.pk, ())) for d in desa]
    return {
        "tahun": tahun,
        "atribut": atribut,
        "gambar": peta(
            f"{atribut.label} {tahun}, {kabupaten}", tempat, kelas, _nama_kecamatan(desa)
        ),
        "kelas": kelas,
        "tanpa_data": sum(d.pk not in nilai for d in desa),
        "tanpa_titik": sum(d.lintang is None and d.pk not in batas for d in desa),
        "banyak_batas": len(batas),
        "baris": [{"desa": d, "kelas": nilai.get(d.pk)} for d in desa],
    }


def _tempat(d: Desa, kelas: str | None, nama: list[str], cincin: Any) -> Tempat:
    nomor = nama.index(kelas) if kelas in nama else None
    return Tempat(
        f"{d.nama}: {kelas or 'tanpa data'}", nomor, titik(d), cincin, d.get_absolute_url()
    )


def titik(d: Desa) -> tuple[int, int] | None:
    if d.lintang is None or d.bujur is None:
        return None
    return ke_bulat(d.bujur), ke_bulat(d.lintang)


def _nama_kecamatan(desa: list[Desa]) -> list[tuple[str, tuple[int, int]]]:
    """Nama kecamatan di rata-rata titik desanya."""
    per: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for d in desa:
        if (letak := titik(d)) is not None:
            per[d.kecamatan.nama].append(letak)
    return [
        (nama, (sum(x for x, _ in letak) // len(letak), sum(y for _, y in letak) // len(letak)))
        for nama, letak in per.items()
    ]


def jenis(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    rows = (
        Desa.objects.filter(kecamatan__kabupaten=kabupaten)
        .on(tahun)
        .values_list("pk", "jenis_saat")
    )
    return {pk: nilai.title() for pk, nilai in rows}


def kerja_sama(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Aktif bila aktif pada salah satu daftarnya."""
    hasil: dict[int, str] = {}
    rows = AnggotaKerjaSama.objects.filter(kerja_sama__kabupaten=kabupaten, tahun=tahun).exclude(
        desa=None
    )
    for pk, is_aktif in rows.values_list("desa", "is_aktif"):
        hasil[pk] = "Aktif" if is_aktif or hasil.get(pk) == "Aktif" else "Tidak aktif"
    return hasil


def rincian(kabupaten: Kabupaten, tahun: int) -> dict[int, str]:
    """Siapa yang sudah melaporkan rincian lembaganya."""
    milik = {"kecamatan__kabupaten": kabupaten}
    ada = set(
        RincianLembaga.objects.filter(
            desa__kecamatan__kabupaten=kabupaten, tahun=tahun
        ).values_list("desa", flat=True)
    )
    return {
        pk: "Sudah melapor" if pk in ada else "Belum melapor"
        for pk in Desa.objects.filter(**milik).values_list("pk", flat=True)
    }


ATRIBUT = (
    Atribut(
        "kerja_sama",
        "Kerja sama antar desa",
        {"Aktif": "#14463d", "Tidak aktif": "#e0b04f"},
        kerja_sama,
    ),
    Atribut("jenis", "Desa dan kelurahan", {"Desa": "#b7cda3", "Kelurahan": "#4d8b6c"}, jenis),
    Atribut(
        "rincian",
        "Rincian lembaga per desa",
        {"Sudah melapor": "#4d8b6c", "Belum melapor": "#e0b04f"},
        rincian,
    ),
)
