"""Jawaban rumusan untuk situs desa.

Hanya hasil yang sudah ditetapkan di kabupaten yang membuka layanannya.
"""

import json
from dataclasses import dataclass
from typing import Any

from accounts.models import Kabupaten
from documents.models import SAH
from idm.indeks import BERGANTI
from idm.models import Instrumen, LayananRumusan, PenetapanIdm
from idm.naskah.penetapan.isi import DesaPenetapan, IsiPenetapan
from idm.rumusan import HasilRumusan, susun
from idm.scoring import INDEKS, Status
from idm.sources import butir, instrumen_skor
from villages.kode import tanpa_titik
from villages.models import Desa


@dataclass(frozen=True)
class Tetap:
    """IDM satu desa sebagaimana ditetapkan; `skor` kosong bila hanya indeksnya yang ditetapkan."""

    desa: Desa
    instrumen: Instrumen
    skor: str
    hasil: HasilRumusan


class TidakDilayani(ValueError):
    """Mengapa tidak ada jawaban; pesannya untuk peminta, kosong bila kodenya tidak dikenal."""


def hasil_tetap(kode: str, tahun: int) -> Tetap:
    """Hasil desa berkode `kode` (bertitik); `TidakDilayani` beserta sebabnya bila tidak ada."""
    rows = Desa.objects.select_related("kecamatan__kabupaten")
    desa = rows.berkode(kode, tahun)
    if desa is None:
        raise TidakDilayani
    kabupaten = desa.kecamatan.kabupaten
    if not LayananRumusan.objects.filter(kabupaten=kabupaten, is_aktif=True).exists():
        raise TidakDilayani(f"layanan rumusan {kabupaten} tidak dibuka")
    instrumen = instrumen_skor(tahun)
    if instrumen is None:
        raise TidakDilayani(f"tidak ada IDM tahun {tahun}")
    baris = _ditetapkan(kabupaten, tahun).get(desa.kode_saat)
    if baris is None:
        raise TidakDilayani(f"desa ini tidak termuat pada penetapan IDM {tahun}")
    return _tetap(desa, tahun, instrumen, baris)


def _ditetapkan(kabupaten: Kabupaten, tahun: int) -> dict[str, DesaPenetapan]:
    """Kode desa → hasilnya pada penetapan terakhir yang sah."""
    sah = PenetapanIdm.objects.filter(SAH, kabupaten=kabupaten, tahun=tahun)
    terbaru = sah.select_related("snapshot").order_by("-signed_at")
    penetapan = terbaru.first()
    if penetapan is None or penetapan.snapshot is None:
        raise TidakDilayani(f"IDM {tahun} {kabupaten} belum ditetapkan")
    isi: IsiPenetapan = penetapan.jenis_naskah.restore(penetapan.snapshot.content)
    return {satu.kode: satu for satu in isi.desa}


def contoh() -> tuple[str, int] | None:
    """Kode desa dan tahun yang dapat diminta; `None` bila belum ada yang dilayani."""
    terbuka = LayananRumusan.objects.filter(is_aktif=True)
    ber_idm = PenetapanIdm.objects.filter(SAH, tahun__lt=BERGANTI)
    sah = ber_idm.filter(kabupaten__in=terbuka.values("kabupaten"))
    penetapan = sah.order_by("-tahun", "kabupaten__kode").first()
    if penetapan is None:
        return None
    tahun = penetapan.tahun
    rows = Desa.objects.filter(kecamatan__kabupaten=penetapan.kabupaten_id)
    berurut = rows.desa_on(tahun).order_by("kode_saat")
    desa = berurut.first()
    if desa is None:
        return None
    return tanpa_titik(desa.kode_saat), tahun


def _tetap(desa: Desa, tahun: int, instrumen: Instrumen, baris: DesaPenetapan) -> Tetap:
    """Hasil desa itu sebagaimana ditetapkan."""
    angka = {}
    for nama in INDEKS:
        angka[nama] = getattr(baris, nama.lower())
    return Tetap(
        desa=desa,
        instrumen=instrumen,
        skor=baris.skor,
        hasil=HasilRumusan(
            tahun=tahun,
            indeks=angka,
            idm=baris.idm,
            status=Status(baris.status),
        ),
    )


def jawaban(tetap: Tetap) -> str:
    """Tulisan JSON jawaban resmi."""
    instrumen = tetap.instrumen
    isi = susun(
        tetap.hasil,
        butir(instrumen, tetap.skor),
        instrumen.ambang(),
        _identitas(tetap.desa),
    )
    ringkasan = isi["mapData"]["SUMMARIES"]
    if ringkasan["PENAMBAHAN"]:
        # layanan resmi mengurangkan pecahan biner; angka belakangnya disamakan
        minimal = float(ringkasan["SKOR_MINIMAL"])
        ringkasan["PENAMBAHAN"] = minimal - float(ringkasan["SKOR_SAAT_INI"])
    return json.dumps(
        isi,
        ensure_ascii=False,
        separators=(",", ":"),
        default=float,
    )


def _identitas(desa: Any) -> dict[str, str]:
    """Kode tanpa titik dan nama huruf besar, seperti layanan resminya."""
    kabupaten = desa.kecamatan.kabupaten
    return {
        "nama_provinsi": kabupaten.provinsi.upper(),
        "id_prov": kabupaten.kode[:2],
        "id_kabupaten": tanpa_titik(kabupaten.kode),
        "nama_kab_kota": str(kabupaten).upper(),
        "id_kecamatan": tanpa_titik(desa.kode_saat[:8]),
        "nama_kecamatan": desa.letak.upper(),
        "id_desa": tanpa_titik(desa.kode_saat),
        "nama_desa": str(desa).upper(),
    }
