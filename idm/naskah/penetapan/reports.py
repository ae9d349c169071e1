"""Berita acara penetapan IDM.

Semua desa dengan indeks dan statusnya, hitungan per status, dan selisihnya.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from documents.reports.kepala import kepala, kepala_kurang
from idm.indeks import indeks
from idm.models import IdmDesa, IsianIdm, PenetapanIdm
from idm.naskah.penetapan.isi import DesaPenetapan, IsiPenetapan, IsiStatusDesa, KecamatanPenetapan
from idm.reports import URUTAN, banyak_pindah, status_tahun, tabel_status
from idm.reports.status import Arah
from villages.models import Desa
from villages.sources import Keadaan, keadaan, menurut_tahun

SemuaDesa = list[IdmDesa]
SemuaHasil = list[Any]  # `IdmDesa` atau `IndeksDesa`
Kolom = dict[str, Any]  # menurut kolom `IsiStatusDesa`
JUDUL = "Berita Acara Penetapan Status Desa menurut Indeks Desa Membangun"
CONTOH = 5  # nama yang disebut dalam kalimat kekurangan


def read(penetapan: PenetapanIdm) -> SemuaDesa:
    """IDM semua desa pada tahun penetapan, urut kode desa."""
    return read_hasil(penetapan, IdmDesa)


def read_hasil(penetapan: PenetapanIdm, model: Any) -> SemuaHasil:
    """Baris `model` semua desa pada tahun penetapan, urut kode desa."""
    rows = model.objects.filter(
        desa__kecamatan__kabupaten=penetapan.kabupaten,
        tahun=penetapan.tahun,
    )
    return menurut_tahun(rows.select_related("instrumen"), penetapan.tahun)


def compose(penetapan: PenetapanIdm, rows: SemuaDesa) -> IsiPenetapan:
    """`desa` memuat skor tiap indikator, sehingga layanan rumusan menjawab dari naskah yang sah."""
    saat = keadaan(penetapan.kabupaten, penetapan.tahun)
    desa = []
    for row in rows:
        milik = saat[row.desa_id]
        desa.append(_desa(row, milik))
    return IsiPenetapan(
        **kepala(penetapan, JUDUL),
        **isi_status(penetapan, rows, IdmDesa),
        kecamatan=per_kecamatan(desa),
        desa=tuple(sorted(desa, key=lambda d: d.kode)),
    )


def isi_status(penetapan: PenetapanIdm, rows: SemuaHasil, model: Any) -> Kolom:
    """Instrumen, hitungan per status dan perpindahannya menurut `model`."""
    tahun = penetapan.tahun
    kabupaten = penetapan.kabupaten
    tiga_tahun = (tahun, tahun - 1, tahun - 2)
    status = [status_tahun(kabupaten, satu, model) for satu in tiga_tahun]
    naik, turun = _bergeser(banyak_pindah(kabupaten, tahun, model))
    dipakai = {row.instrumen for row in rows}
    instrumen = {str(satu) for satu in dipakai}
    regulasi = {satu.regulasi for satu in dipakai}
    return {
        "instrumen": tuple(sorted(instrumen)),
        "regulasi": tuple(sorted(regulasi)),
        "tabel": tabel_status(tahun, *status),
        "naik": naik,
        "turun": turun,
    }


def _bergeser(pindah: Mapping[Arah, int]) -> tuple[int | None, int | None]:
    """Banyak desa yang naik dan yang turun; `None` bila tidak diketahui per desa."""
    if not pindah:
        return None, None
    urutan = [status.value for status in URUTAN]
    naik = 0
    turun = 0
    for (dari, ke), banyak in pindah.items():
        semula = urutan.index(dari)
        menjadi = urutan.index(ke)
        selisih = semula - menjadi
        if selisih > 0:
            naik += banyak
        elif selisih < 0:
            turun += banyak
    return naik, turun


def _desa(row: IdmDesa, saat: Keadaan) -> DesaPenetapan:
    """Nama dan kecamatan menurut tahun penetapannya."""
    return DesaPenetapan(
        kode=saat.kode,
        nama=saat.nama,
        kecamatan=saat.kecamatan,
        instrumen=row.instrumen.kode,
        skor=row.skor,
        iks=row.iks,
        ike=row.ike,
        ikl=row.ikl,
        idm=row.idm,
        status=row.status,
    )


def per_kecamatan(rows: Iterable[Any]) -> tuple[KecamatanPenetapan, ...]:
    """Menurut urutan kode desa pertamanya."""
    kelompok: dict[str, Counter[str]] = {}
    for row in rows:
        banyak = kelompok.setdefault(row.kecamatan, Counter())
        banyak[row.status] += 1
    hasil = []
    for nama, banyak in kelompok.items():
        satu = KecamatanPenetapan(
            nama=nama,
            status=tuple(banyak[status] for status in URUTAN),
            jumlah=banyak.total(),
        )
        hasil.append(satu)
    return tuple(hasil)


def missing(penetapan: PenetapanIdm, rows: SemuaHasil, isi: IsiStatusDesa) -> list[str]:
    """Semua desa harus punya hasil, dan isian yang ada sudah diverifikasi."""
    kalimat = kepala_kurang(penetapan)
    tahun = penetapan.tahun
    belum = _belum_berindeks(penetapan, rows)
    if belum:
        nama = _contoh(belum)
        sebab = f"{len(belum)} desa belum punya {indeks(tahun).singkatan} {tahun}"
        kalimat.append(f"{sebab}: {nama}.")
    draf = _belum_diverifikasi(penetapan)
    if draf:
        nama = _contoh(draf)
        sebab = f"{len(draf)} draf belum diverifikasi"
        kalimat.append(f"{sebab}: {nama}.")
    return kalimat


def _belum_berindeks(penetapan: PenetapanIdm, rows: SemuaHasil) -> list[str]:
    """Nama desa tahun itu yang tanpa hasil, urut kode."""
    ada = Desa.objects.desa_on(penetapan.tahun)
    semua = ada.filter(kecamatan__kabupaten=penetapan.kabupaten)
    belum = semua.exclude(pk__in=[row.desa_id for row in rows])
    return [str(desa) for desa in belum.order_by("kode_saat")]


def _belum_diverifikasi(penetapan: PenetapanIdm) -> list[str]:
    """Nama desa yang isiannya masih draf, urut kode."""
    isian = IsianIdm.objects.filter(
        desa__kecamatan__kabupaten=penetapan.kabupaten,
        tahun=penetapan.tahun,
        status=IsianIdm.StatusIsian.ISIAN,
    )
    return [str(satu.desa) for satu in menurut_tahun(isian, penetapan.tahun)]


def _contoh(nama: list[str]) -> str:
    """Beberapa nama; titik tiga bila masih ada yang lain."""
    disebut = ", ".join(nama[:CONTOH])
    if len(nama) > CONTOH:
        return f"{disebut} …"
    return disebut
