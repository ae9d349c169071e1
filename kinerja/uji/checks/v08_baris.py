"""V8: baris program sampai tambahan; arahnya, targetnya terhadap hasil lalu, angka yang sama."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from core.angka import bersatuan
from documents.uji import Perbandingan, Temuan, kunci_fakta, uji
from kinerja.aturan import kode
from kinerja.aturan.arah import is_buruk
from kinerja.aturan.capaian import TINGGI, Arah, Sebutan
from kinerja.aturan.periode import Pecahan
from kinerja.aturan.rencana import Takaran, target_cetak
from kinerja.tahun.pohon import Pohon, Simpul
from kinerja.tahun.tahun_kinerja import TahunKinerja
from kinerja.uji.checks.bacaan import baris_naskah, triwulan_akhir
from kinerja.uji.checks.v08_arah import is_bulat, temuan_arah

Kunci = tuple[str, str, str]  # kode baku, indikator dan satuannya
SAMA_TARGET = "Realisasi sama persis dengan target; pastikan bukan salinan."


@uji("V8", "baris program sampai tambahan: arah, target terhadap hasil lalu, angka yang sama")
def check(naskah: Any, kinerja: TahunKinerja, isi: Any) -> Perbandingan:
    """Yang belum berindikator tidak dibandingkan."""
    milik = [s for s in baris_naskah(naskah, kinerja) if s.obj.indikator]
    sampai = triwulan_akhir(naskah)
    lalu = _hasil_lalu(kinerja.pohon_lalu)
    terlihat: dict[Decimal, Simpul] = {}
    for simpul in milik:
        yield _arah(simpul)
        yield from _target_mudah(simpul, lalu, kinerja.tahun - 1)
        yield from _sama_target(simpul, sampai)
        yield from _sama_baris(simpul, sampai, terlihat)


def _arah(simpul: Simpul) -> Temuan | None:
    row = simpul.obj
    is_naik = Arah(row.arah).rumus.kalimat == TINGGI
    is_salah = is_naik and is_buruk(row.indikator)
    return temuan_arah(row, "Yang diukur keadaan buruk") if is_salah else None


def _kunci(simpul: Simpul) -> Kunci:
    """Baris yang sama pada tahun lain: kode, indikator dan satuannya."""
    row = simpul.obj
    return kode.baku(simpul.induk.kode), _rapi(row.indikator), _rapi(row.satuan)


def _rapi(teks: str) -> str:
    return " ".join(teks.lower().split())


def _hasil_lalu(pohon: Pohon) -> Mapping[Kunci, Takaran]:
    """Hasil setahun tiap baris yang triwulan terakhirnya sudah diisi."""
    hasil = {}
    for simpul in pohon.baris:
        if simpul.evaluasi.triwulan[-1].isi is not None:
            hasil[_kunci(simpul)] = simpul.evaluasi.setahun
    return hasil


def _target_mudah(simpul: Simpul, lalu: Mapping[Kunci, Takaran], tahun: int) -> Perbandingan:
    """Target tahun laporan terhadap hasil baris yang sama tahun lalu."""
    hasil = lalu.get(_kunci(simpul))
    if hasil is None:
        return
    mudah = _lebih_mudah(simpul, hasil)
    if mudah is None:
        return
    if not mudah:
        yield None
        return
    target = _tulisan(simpul, simpul.evaluasi.target)
    dulu = _tulisan(simpul, hasil)
    pesan = f"Target {target} lebih mudah daripada realisasi {tahun} ({dulu})."
    yield _temuan(simpul, pesan, "target", target, dulu)


def _lebih_mudah(simpul: Simpul, hasil: Takaran) -> bool | None:
    """`None` bila salah satunya tidak diketahui, atau yang satu angka dan yang lain sebutan."""
    target = simpul.evaluasi.target
    if isinstance(target.isi, Sebutan) and isinstance(hasil.isi, Sebutan):
        return target.isi.urutan > hasil.isi.urutan
    if target.k is None or hasil.k is None:
        return None
    return Arah(simpul.obj.arah).rumus.is_lebih_mudah(target.k, hasil.k)


def _tulisan(simpul: Simpul, takaran: Takaran) -> str:
    cetak = takaran.cetak
    return cetak.keadaan or target_cetak(cetak.k, simpul.obj.satuan)


def _sama_target(simpul: Simpul, sampai: int) -> Perbandingan:
    """Angka bulat lazim tepat, dan pecahan berbagian dihitung, maka tidak dicurigai."""
    realisasi = _diketik(simpul, sampai)
    target = simpul.evaluasi.target.k
    if realisasi is None or target is None:
        return
    if realisasi == target:
        yield _temuan(simpul, SAMA_TARGET, "setahun", str(realisasi))
    else:
        yield None


def _sama_baris(simpul: Simpul, sampai: int, terlihat: dict[Decimal, Simpul]) -> Perbandingan:
    """Dua baris berindikator lain yang angkanya sama; indikator yang sama memang berulang."""
    realisasi = _diketik(simpul, sampai)
    if realisasi is None:
        return
    asli = terlihat.setdefault(realisasi, simpul)
    if _rapi(asli.obj.indikator) == _rapi(simpul.obj.indikator):
        yield None
        return
    angka = bersatuan(realisasi, simpul.obj.satuan)
    pesan = f"Realisasi {angka} sama persis dengan {asli.induk}; mungkin tersalin antar baris."
    yield _temuan(simpul, pesan, "setahun", str(realisasi))


def _diketik(simpul: Simpul, sampai: int) -> Decimal | None:
    """Hasil yang bukan bilangan bulat, dan bukan hasil bagi dari bagian-bagiannya."""
    hasil = simpul.evaluasi.sampai(sampai).jumlah
    setahun = simpul.evaluasi.sampai(sampai).setahun.isi
    if hasil.k is None or is_bulat(hasil.k) or isinstance(setahun, Pecahan):
        return None
    return hasil.k


def _temuan(simpul: Simpul, pesan: str, besaran: str, *nilai: str) -> Temuan:
    url = simpul.obj.get_absolute_url()
    fakta = kunci_fakta(simpul.obj, besaran)
    return Temuan("V8", str(simpul.induk), pesan, url=url, fakta=fakta, nilai=nilai)
