"""Aspek lemah dan usulnya: yang dijanjikan, dianggarkan, dikerjakan, dan skor yang naik.

Yang dijanjikan usul perencana tiap desa; yang dianggarkan pagu berlaku sub kegiatannya, seluruhnya
dan bukan hanya bagi aspek itu; yang dikerjakan realisasinya. Skornya menurut Indeks Desa tahun
rencananya, dan belum diketahui sampai tahun itu didata.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from accounts.models import Kabupaten
from idm import deret
from idm.laporan.gambaran.reports import TERLEMAH, dari_terlemah
from idm.models import IndeksDesa, IndikatorIdm, UsulLangkah
from idm.reports.ukuran import UKURAN_INDEKS_DESA
from idm.sources import kode_butir
from kinerja.tahun.pohon import Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from villages.sources import DesaSaat, menurut_tahun

SemuaUsul = list[UsulLangkah]
Skor = Mapping[tuple[int, str], int]  # desa dan kode aspek → skornya


@dataclass(frozen=True, slots=True, kw_only=True)
class BarisUsul:
    """Satu aspek dan semua usulnya.

    `rata` rata-rata skor 0–5 pada tahun datanya; `None` bila belum diketahui.
    `biaya` rupiah yang diketahui saja; `None` bila tidak satu pun diketahui.
    `tanpa_biaya` banyak desa yang biayanya belum diketahui.
    `sub` sub kegiatan yang mengerjakannya pada pohon tahun itu; `None` bila belum masuk.
    `naik` banyak desa yang skornya mencapai usulnya, dari `diukur` yang sudah diketahui.
    """

    aspek: IndikatorIdm
    rata: Decimal | None
    desa: tuple[DesaSaat, ...]
    biaya: int | None
    tanpa_biaya: int
    sub: Simpul | None
    naik: int
    diukur: int

    @property
    def realisasi(self) -> Decimal | None:
        """Uang yang sudah dikerjakan sub kegiatannya; `None` bila belum dilaporkan."""
        if self.sub is None or not self.sub.terlapor.sampai:
            return None
        return self.sub.terlapor.rp


@dataclass(frozen=True, slots=True, kw_only=True)
class IsiUsul:
    """Usul bagi rencana aksi `tahun`, dari Indeks Desa `tahun_data`; kosong bila belum ada."""

    tahun: int
    tahun_data: int | None
    baris: tuple[BarisUsul, ...]


def isi_usul(kinerja: TahunKinerja) -> IsiUsul:
    """Yang diusulkan lebih dahulu, lalu aspek terlemah yang belum.

    Beberapa kueri, berapa pun aspek dan desanya.
    """
    kabupaten = kinerja.kabupaten
    tahun = kinerja.tahun
    usul: dict[int, SemuaUsul] = defaultdict(list)
    aspek: dict[int, IndikatorIdm] = {}
    for row in _semua(kabupaten, tahun):
        usul[row.indikator_id].append(row)
        aspek[row.indikator_id] = row.indikator
    data = _tahun_data(kabupaten, tahun)
    rata = {}
    for nomor, (indikator, satu) in enumerate(_dari_terlemah(kabupaten, data)):
        rata[indikator.pk] = satu
        if nomor < TERLEMAH:
            aspek.setdefault(indikator.pk, indikator)
    sub = {simpul.obj.kode: simpul for simpul in kinerja.pohon.baris if simpul.tingkat == "sub"}
    skor = _skor(kabupaten, tahun)
    baris = []
    for nomor, indikator in aspek.items():
        baris.append(_baris(indikator, usul.get(nomor, []), rata.get(nomor), sub, skor))
    return IsiUsul(tahun=tahun, tahun_data=data, baris=tuple(baris))


def _semua(kabupaten: Kabupaten, tahun: int) -> SemuaUsul:
    """Urut aspek, lalu kode desanya."""
    rows = UsulLangkah.objects.filter(
        desa__kecamatan__kabupaten=kabupaten,
        tahun=tahun,
    )
    semua: SemuaUsul = menurut_tahun(rows.select_related("indikator__instrumen"), tahun)
    return sorted(semua, key=lambda row: row.indikator.posisi)


def _tahun_data(kabupaten: Kabupaten, tahun: int) -> int | None:
    """Tahun terakhir sebelum `tahun` yang ber-Indeks Desa."""
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun__lt=tahun).order_by("-tahun")
    terakhir: int | None = rows.values_list("tahun", flat=True).first()
    return terakhir


def _dari_terlemah(
    kabupaten: Kabupaten,
    tahun: int | None,
) -> list[tuple[IndikatorIdm, Decimal]]:
    """Tiap aspek dan rata-ratanya, yang terendah di depan."""
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun)
    semua = dari_terlemah(rows, UKURAN_INDEKS_DESA)
    return [(satu.indikator, satu.rata) for satu in semua]


def _skor(kabupaten: Kabupaten, tahun: int) -> Skor:
    """Skor tiap aspek tahun rencananya; yang belum diketahui tidak ada."""
    kode: dict[int, list[str]] = {}
    hasil = {}
    rows = IndeksDesa.objects.milik(kabupaten).filter(tahun=tahun).exclude(jawaban="")
    for desa, instrumen, jawaban in rows.values_list("desa", "instrumen", "jawaban"):
        if instrumen not in kode:
            kode[instrumen] = kode_butir(instrumen)
        for posisi, aspek in enumerate(kode[instrumen], start=1):
            satu = deret.skor(jawaban, posisi)
            if satu is not None:
                hasil[desa, aspek] = satu
    return hasil


def _baris(
    aspek: IndikatorIdm,
    usul: SemuaUsul,
    rata: Decimal | None,
    sub: Mapping[str, Simpul],
    skor: Skor,
) -> BarisUsul:
    """Biaya yang belum diketahui tidak dihitung nol."""
    diketahui = [row.biaya_rupiah for row in usul if row.biaya_rupiah is not None]
    terukur = [row for row in usul if (row.desa_id, aspek.kode) in skor]
    kode = usul[0].kode if usul else ""
    return BarisUsul(
        aspek=aspek,
        rata=rata,
        desa=tuple(map(attrgetter("desa"), usul)),
        biaya=sum(diketahui) if diketahui else None,
        tanpa_biaya=len(usul) - len(diketahui),
        sub=sub.get(kode),
        naik=sum(skor[row.desa_id, aspek.kode] >= row.ke for row in terukur),
        diukur=len(terukur),
    )
