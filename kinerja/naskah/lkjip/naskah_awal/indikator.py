"""Kalimat tentang satu indikator menurut jenis nilainya; angkanya rujukan."""

from kinerja.aturan.capaian import RENDAH, SERATUS
from kinerja.aturan.keadaan import Keadaan
from kinerja.models import Indikator
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, satu_baris
from kinerja.tahun.ukuran import Ukuran

TANPA_HASIL = {Keadaan.TIDAK_BERLAKU.value, Keadaan.BELUM_RILIS.value}
BUKAN_SATUAN = {"nilai", "angka", "skor", "indeks"}  # tidak menambah arti pada angkanya


def r(indikator: Indikator, hal: str) -> str:
    """Rujukan satu hal indikator itu."""
    return f"{{{indikator.kunci[0]}.{hal}}}"


def nama(indikator: Indikator) -> str:
    """Namanya di antara tanda kutip."""
    return f"“{r(indikator, 'nama')}”"


def bersatuan(indikator: Indikator, hal: str) -> str:
    """Angka dengan satuannya; yang tanpa satuan angkanya saja."""
    angka = r(indikator, hal)
    satuan = indikator.satuan.strip().lower()
    if not satuan or satuan in BUKAN_SATUAN or indikator.skala_kualitatif_id:
        return angka
    return f"{angka} {r(indikator, 'satuan')}"


def hasil(ukuran: Ukuran) -> str:
    """Target, realisasi dan ketercapaiannya, atau keadaannya bila tidak ada nilainya."""
    satu = ukuran.indikator
    if {ukuran.keadaan_realisasi, ukuran.keadaan_target} & TANPA_HASIL:
        return f"Indikator {nama(satu)}: {r(satu, 'keterangan')}"
    target = bersatuan(satu, "target")
    realisasi = bersatuan(satu, "realisasi")
    simpulan = ""
    if ukuran.capaian.rasio is not None:
        simpulan = f", sehingga target {r(satu, 'ketercapaian')}"
    if satu.skala_kualitatif_id:
        return f"Indikator {nama(satu)} ditargetkan {target} dan memperoleh {realisasi}{simpulan}."
    return f"Indikator {nama(satu)} ditargetkan {target} dan terealisasi {realisasi}{simpulan}."


def capaian(ukuran: Ukuran) -> str:
    """Persen capaian dengan predikatnya bila skalanya ditetapkan."""
    satu = ukuran.indikator
    persen = f"Capaiannya {r(satu, 'capaian')}"
    if ukuran.predikat is None:
        return f"{persen}."
    return f"{persen} dengan predikat {r(satu, 'predikat')}."


def is_tercapai(ukuran: Ukuran) -> bool | None:
    """`None` bila capaiannya tidak dapat dihitung."""
    rasio = ukuran.capaian.rasio
    if rasio is None:
        return None
    return rasio >= SERATUS


def terhadap_lalu(bahan: Bahan, ukuran: Ukuran) -> str:
    """Dibandingkan dengan tahun lalu, hanya bila tahun itu ada dan besarannya sama."""
    pengukuran = bahan.kinerja.pengukuran
    satu = ukuran.indikator
    tahun_lalu = ukuran.tahun - 1
    if tahun_lalu not in pengukuran.renstra.tahun_periode:
        return ""
    lalu = pengukuran.ukur(satu, tahun_lalu)
    if not satu.is_comparable(lalu.indikator):
        return ""
    dulu = bersatuan(satu, "realisasi.tahun_lalu")
    if ukuran.realisasi is None or lalu.realisasi is None:
        return f"Pada tahun {{tahun_lalu}} hasilnya {dulu}."
    arah = r(satu, "perubahan")
    kalimat = f"Realisasinya {arah} dibandingkan dengan {dulu} pada tahun {{tahun_lalu}}."
    if satu.rumus.kalimat == RENDAH:
        return f"{kalimat} Indikator ini {RENDAH}."
    return kalimat


def terhadap_akhir(bahan: Bahan, ukuran: Ukuran) -> str:
    """Terhadap target tahun terakhir Renstra, selama tahun itu belum tiba."""
    satu = ukuran.indikator
    if ukuran.tahun >= bahan.kinerja.pengukuran.renstra.tahun_akhir:
        return ""
    target = bersatuan(satu, "target.akhir")
    akhir = bahan.kinerja.pengukuran.akhir[satu.pk].capaian.rasio
    if akhir is not None and akhir < 0:
        return f"Target akhir {{periode}} adalah {target}, masih jauh dari hasil itu."
    persen = r(satu, "capaian.akhir")
    return f"Terhadap target akhir {{periode}}, yaitu {target}, hasil itu setara {persen}."


def penjelasan(ukuran: Ukuran) -> str:
    """Sebab yang ditulis bidang bila targetnya belum tercapai."""
    if ukuran.isian is None or is_tercapai(ukuran) is not False:
        return ""
    return satu_baris(ukuran.isian.penjelasan)


def lengkap(bahan: Bahan, ukuran: Ukuran) -> str:
    """Paragraf satu indikator; persen dan predikatnya pada faktanya."""
    return bahan.kalimat(
        hasil(ukuran),
        terhadap_lalu(bahan, ukuran),
        terhadap_akhir(bahan, ukuran),
        penjelasan(ukuran),
    )


def ringkas(bahan: Bahan, ukuran: Ukuran) -> str:
    """Hasil dan capaiannya saja."""
    return bahan.kalimat(hasil(ukuran), capaian(ukuran))


def tercapai(ukuran: Ukuran) -> str:
    """Nama dan persennya; hasilnya ada pada analisisnya."""
    satu = ukuran.indikator
    return f"{nama(satu)} dengan capaian {r(satu, 'capaian')}."
