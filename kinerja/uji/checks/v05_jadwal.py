"""V5: bulan berjumlah 100 %, jadwal punya anggaran, anggaran punya jadwal."""

from core.angka import rupiah
from documents.jenis import Temuan
from kinerja.aturan.rencana import is_terjadwal, jumlah, masalah_bulan
from kinerja.models import Lkjip
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja


def check(lkjip: Lkjip, kinerja: TahunKinerja) -> list[Temuan]:
    """Hanya bila tahun itu memakai rencana aksi."""
    return temuan(kinerja.pohon) if any(s.rencana for s in kinerja.pohon.baris) else []


def temuan(pohon: Pohon) -> list[Temuan]:
    """Temuan atas Rencana Aksi satu tahun."""
    hasil = [_bulan(s) for s in pohon.sub]
    for kegiatan in (k for p in pohon.program for k in p.anak):
        hasil += [_uang(s, kegiatan) for s in kegiatan.anak]
    return [t for t in hasil if t]


def _bulan(s: Simpul) -> Temuan | None:
    masalah = masalah_bulan(s.bulan)
    return Temuan("V5", str(s.obj), masalah, url=s.obj.get_absolute_url(), is_blocking=True) if masalah else None


def _uang(s: Simpul, kegiatan: Simpul) -> Temuan | None:
    """Baris indikator tambahan boleh tanpa pagu sendiri bila sub kegiatannya berpagu."""
    utama = s.obj.induk_id or s.obj.pk
    baris = [lain for lain in kegiatan.anak if utama in (lain.obj.pk, lain.obj.induk_id)]
    url = s.obj.get_absolute_url()
    if is_terjadwal(s.bulan) and not jumlah(lain.pagu for lain in baris):
        return Temuan("V5", str(s.obj), "Dijadwalkan tetapi tidak ada anggarannya.", url=url)
    if s.pagu and not is_terjadwal(s.bulan):
        pesan = "Ada anggaran tetapi tidak satu bulan pun dijadwalkan."
        return Temuan("V5", f"{s.obj}, {s.obj.indikator}", pesan, rupiah(s.pagu), "", url)
    return None
