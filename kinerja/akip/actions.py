"""Menyimpan jawaban lembar kerja AKIP, dan menjadikan catatannya rekomendasi."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from core import audit, door
from core.audit import Refused
from core.daerah import Perangkat
from documents.actions.bukti import attach_bukti, discard_bukti
from kinerja.models import ButirAkip, EvaluasiAkip, IsianAkip, Rekomendasi

Pihak = IsianAkip.PihakAkip
PIHAK = {
    Perangkat.DINAS_PMD: Pihak.DINAS,
    Perangkat.INSPEKTORAT: Pihak.INSPEKTORAT,
}
HAK_ISI = "kinerja.change_isianakip"
BASI = (
    "Komponen ini sudah disimpan orang lain sejak Anda membukanya, jadi isian Anda belum disimpan. "
    "Bandingkan dengan yang tersimpan, lalu simpan lagi."
)


@dataclass(frozen=True)
class Jawaban:
    """Jawaban satu butir sebagaimana dikirim; `tingkat` nomor barisnya."""

    hasil: str = ""
    tingkat: int | None = None
    catatan: str = ""
    berkas: Sequence[Any] = ()

    @property
    def is_kosong(self) -> bool:
        """Tanpa jawaban, catatan, dan berkas."""
        return not (self.hasil or self.tingkat or self.catatan or self.berkas)


def pihak_dari(user: Any) -> str:
    """Kolom yang diisi `user` menurut kantornya; kosong bila ia hanya membaca."""
    kantor = user.perangkat_daerah
    if kantor is None or not user.has_perm(HAK_ISI):
        return ""
    return PIHAK.get(kantor.jenis, "")


def isian_komponen(evaluasi: EvaluasiAkip, pihak: str, komponen: str) -> list[IsianAkip]:
    """Jawaban satu pihak pada satu komponen, urut butirnya."""
    rows = evaluasi.isian.filter(pihak=pihak, butir__kode__startswith=komponen)
    return list(rows.select_related("butir", "tingkat").order_by("butir"))


def sidik_isian(rows: Iterable[IsianAkip]) -> str:
    """Berganti bila satu jawabannya berganti."""
    return door.digest(rows)


def store_isian(
    *,
    evaluasi: EvaluasiAkip,
    komponen: str,
    jawaban: Mapping[int, Jawaban],
    sidik: str,
    by: Any,
) -> int:
    """Simpan kolom milik kantor `by` pada satu komponen; banyak butir yang berubah.

    `sidik` jawaban yang dilihat pengirim. `Refused` bila ia hanya membaca, lembarnya sudah tetap,
    sudah disimpan orang lain, atau tingkatnya tanpa alasan; semuanya tersimpan atau tidak satu pun.
    """
    pihak = pihak_dari(by)
    if not pihak:
        raise Refused("Lembar kerja ini diisi dinas dan Inspektorat.")
    berkas: list[Any] = []
    try:
        with audit.locked(evaluasi.kabupaten_kode):
            ada = isian_komponen(evaluasi, pihak, komponen)
            if sidik_isian(ada) != sidik:
                raise Refused(BASI)
            menurut_butir = {satu.butir_id: satu for satu in ada}
            berubah = 0
            for butir in _butir(evaluasi, komponen):
                satu = jawaban.get(butir.pk, Jawaban())
                row = menurut_butir.get(butir.pk)
                if row is None:
                    row = IsianAkip(evaluasi=evaluasi, butir=butir, pihak=pihak)
                berubah += _store(row, satu, berkas, by)
    except BaseException:
        discard_bukti(berkas)
        raise
    return berubah


def _butir(evaluasi: EvaluasiAkip, komponen: str) -> Any:
    """Butir satu komponen."""
    rows = ButirAkip.objects.filter(pedoman=evaluasi.pedoman_id)
    return rows.filter(kode__startswith=komponen)


def _store(row: IsianAkip, jawaban: Jawaban, berkas: list[Any], by: Any) -> bool:
    """Satu jawaban dan berkasnya; yang kosong tidak membuat baris."""
    if row.pk is None and jawaban.is_kosong:
        return False
    row.hasil = jawaban.hasil
    row.tingkat_id = jawaban.tingkat
    row.catatan = jawaban.catatan
    is_berubah = door.save(row, by=by) is not None
    terlampir = attach_bukti(pemilik=row, berkas=jawaban.berkas, by=by)
    berkas += terlampir
    return is_berubah or bool(terlampir)


def recommend(*, evaluasi: EvaluasiAkip, butir: ButirAkip, by: Any) -> Rekomendasi:
    """Catatan Inspektorat pada satu subkomponen menjadi rekomendasi evaluasi AKIP tahun itu.

    `Refused` bila catatannya kosong atau sudah menjadi rekomendasi.
    """
    asal = Rekomendasi.AsalRekomendasi.AKIP
    kabupaten = evaluasi.kabupaten
    with audit.locked(kabupaten.kode):
        catatan = _catatan(evaluasi, butir)
        serumpun = Rekomendasi.objects.filter(kabupaten=kabupaten, tahun=evaluasi.tahun, asal=asal)
        if serumpun.filter(uraian=catatan).exists():
            raise Refused(f"Catatan {butir.kode} sudah menjadi rekomendasi.")
        terakhir = serumpun.aggregate(besar=Max("nomor"))["besar"] or 0
        row = Rekomendasi(
            kabupaten=kabupaten,
            tahun=evaluasi.tahun,
            asal=asal,
            nomor=terakhir + 1,
            uraian=catatan,
        )
        door.save(row, by=by, note=f"Dari catatan {butir.kode}, {evaluasi}.")
    return row


def _catatan(evaluasi: EvaluasiAkip, butir: ButirAkip) -> str:
    """Catatan Inspektorat yang tersimpan pada butir itu."""
    isian = evaluasi.isian.filter(butir=butir, pihak=Pihak.INSPEKTORAT).first()
    if isian is None or not isian.catatan:
        raise Refused(f"Tulis dan simpan dulu catatan {butir.kode}.")
    return isian.catatan
