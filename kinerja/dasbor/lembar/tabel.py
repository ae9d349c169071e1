"""Semua tabel dasbor capaian, berkop dan menyebut saringannya; status desa milik laporan IDM."""

from dataclasses import dataclass, replace

from django.urls import reverse

from core.tabel import Rupa, Tabel
from documents.kepala import PERAGAAN
from idm.laporan.gambaran.lembar.tabel import tabel_perpindahan, tabel_status
from kinerja.aturan.kecenderungan import ATURAN
from kinerja.dasbor.lembar.naskah import tabel_kelengkapan, tabel_naskah, tabel_rekomendasi
from kinerja.dasbor.lembar.uang import tabel_fisik, tabel_uang
from kinerja.dasbor.lembar.ukuran import tabel_deret, tabel_ukuran
from kinerja.dasbor.reports.capaian import IsiDasbor
from kinerja.dasbor.reports.naskah import IsiNaskah


@dataclass(frozen=True)
class TabelDasbor:
    """Semua tabel dasbor capaian menurut urutannya; yang tanpa isi `None`."""

    ukuran: tuple[Tabel, ...]
    deret: tuple[Tabel, ...]
    uang: Tabel
    fisik: Tabel
    kelengkapan: Tabel
    status: Tabel
    perpindahan: Tabel | None
    naskah: Tabel
    rekomendasi: Tabel

    def lembar(self) -> list[Tabel]:
        """Satu lembar tiap tabelnya."""
        semua = [
            *self.ukuran,
            *self.deret,
            self.uang,
            self.fisik,
            self.kelengkapan,
            self.status,
            self.perpindahan,
            self.naskah,
            self.rekomendasi,
        ]
        return [satu for satu in semua if satu]


def tabel_dasbor(isi: IsiDasbor, naskah: IsiNaskah) -> TabelDasbor:
    """Tiap tabel berkop dan menyebut saringannya."""
    ukuran = [tabel_ukuran(satu) for satu in isi.kelompok]
    berisi = [satu for satu in ukuran if satu.baris]
    if berisi:
        urut = ukuran.index(berisi[-1])
        ukuran[urut] = replace(berisi[-1], catatan=ATURAN)
    deret = [tabel_deret(satu) for satu in isi.kelompok if satu.deret.tahun]
    matriks = isi.idm.matriks
    perpindahan = tabel_perpindahan(matriks) if matriks else None
    return TabelDasbor(
        ukuran=tuple(_berkop(isi, satu) for satu in ukuran),
        deret=tuple(_berkop(isi, satu) for satu in deret),
        uang=_berkop(isi, tabel_uang(isi.uang)),
        fisik=_berkop(isi, tabel_fisik(isi.fisik, isi.saringan.triwulan)),
        kelengkapan=_berkop(isi, tabel_kelengkapan(isi.kelengkapan, isi.sampai)),
        status=_status(isi),
        perpindahan=_berkop(isi, perpindahan) if perpindahan else None,
        naskah=_berkop(isi, tabel_naskah(naskah.naskah)),
        rekomendasi=_berkop(isi, tabel_rekomendasi(naskah.rekomendasi)),
    )


def _status(isi: IsiDasbor) -> Tabel:
    """Banyak tiap tahun membuka dasbor desanya, yang menyebut desanya."""
    status = isi.idm
    tabel = tabel_status(status)
    alamat = reverse("idm:dasbor")
    rupa = dict(tabel.rupa)
    banyak = len(tabel.baris)
    bertautan = {1: status.tahun - 1, 3: status.tahun}  # kolom dan tahunnya
    for urut, tahun in bertautan.items():
        url = f"{alamat}?tahun={tahun}"
        for nomor in range(banyak):
            rupa[nomor, urut] = Rupa(url=url)
    bertaut = replace(tabel, rupa=rupa)
    return _berkop(isi, bertaut)


def judul(isi: IsiDasbor) -> list[str]:
    """Kop, judul bertahun, dan saringannya."""
    kepala = isi.kepala
    dinas = kepala.dinas
    semua = [f"Pemerintah {dinas.daerah}", dinas.nama, f"{kepala.judul} Tahun {kepala.tahun}"]
    saringan = isi.saringan.sebutan
    if saringan:
        semua.append(f"Disaring: {', '.join(saringan)}")
    return [*semua, isi.keadaan]


def _berkop(isi: IsiDasbor, tabel: Tabel) -> Tabel:
    tanda = (PERAGAAN,) if isi.kepala.is_peragaan else ()
    return replace(tabel, judul=(*judul(isi), tabel.nama, *tanda))
