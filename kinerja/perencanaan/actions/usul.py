"""Usul perencana masuk ke rencana aksi sub kegiatan yang mengerjakannya."""

from typing import Any

from accounts.models import Kabupaten
from core import audit, door
from core.audit import Refused
from idm.models import IndikatorIdm, UsulLangkah
from kinerja.models import Nomenklatur, RencanaAksi, SubKegiatan


def put_usul(*, kabupaten: Kabupaten, indikator: IndikatorIdm, sub: SubKegiatan, by: Any) -> int:
    """Semua usul satu aspek tahun `sub` ditautkan padanya, dan tertulis pada aksinya.

    Aspek yang sudah masuk sub kegiatan lain berpindah: kalimatnya di sana dihapus. Baris aksi yang
    ditulis orang tetap.

    Kembaliannya banyak desanya. `Refused` bila kodenya tidak berlaku tahun itu, belum ada
    usulnya, atau rencana aksinya terkunci.
    """
    tahun = sub.tahun
    if masalah := Nomenklatur.objects.masalah(sub.kode, tahun):
        raise Refused(masalah)
    with audit.locked(kabupaten.kode):
        milik = UsulLangkah.objects.filter(
            desa__kecamatan__kabupaten=kabupaten,
            tahun=tahun,
        )
        rows = list(milik.filter(indikator=indikator))
        if not rows:
            raise Refused(f"Belum ada usul {indikator} bagi {tahun}.")
        awalan = f"Menaikkan aspek {indikator.kode} "
        lama = {row.kode for row in rows} - {"", sub.kode}
        for semula in SubKegiatan.objects.in_pohon(kabupaten, tahun).filter(kode__in=lama):
            _write_aksi(semula, awalan, "", by)
        for row in rows:
            row.kode = sub.kode
        note = f"Masuk rencana aksi {sub.kode}."
        door.save_all(rows, by=by, target=kabupaten, note=note, replace=True)
        _write_aksi(sub, awalan, f"{awalan}({indikator.nama}) di {len(rows)} desa", by)
        return len(rows)


def _write_aksi(sub: SubKegiatan, awalan: str, kalimat: str, by: Any) -> None:
    """Satu baris bagi satu aspek; baris yang ditulis orang tetap."""
    rencana = RencanaAksi.objects.filter(sub_kegiatan=sub).first()
    if rencana is None:
        rencana = RencanaAksi(sub_kegiatan=sub)
    semula = rencana.aksi.splitlines()
    baris = [satu for satu in semula if not satu.startswith(awalan)]
    baris += filter(None, [kalimat])
    rencana.aksi = "\n".join(baris)
    if rencana.pk or kalimat:
        door.save(rencana, by=by, note="Dari usul perencana.")
