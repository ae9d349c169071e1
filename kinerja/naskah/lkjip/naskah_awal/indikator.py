"""Kalimat tentang satu indikator menurut jenis nilainya; angkanya rujukan."""

from kinerja.aturan.capaian import RENDAH, SERATUS
from kinerja.aturan.keadaan import Keadaan
from kinerja.models import Indikator
from kinerja.naskah.lkjip.naskah_awal.bahan import Bahan, satu_baris
from kinerja.tahun.ukuran import Ukuran

TANPA_HASIL = {Keadaan.TIDAK_BERLAKU.value, Keadaan.BELUM_RILIS.value}
SEBUTAN_ARAH = {1: "naik", -1: "turun"}


def r(indikator: Indikator, hal: str) -> str:
    """Rujukan satu hal indikator itu."""
    return f"{{{indikator.kunci[0]}.{hal}}}"


def nama(indikator: Indikator) -> str:
    """Namanya di antara tanda kutip."""
    return f"“{r(indikator, 'nama')}”"


def bersatuan(indikator: Indikator, hal: str) -> str:
    """Angka dengan satuannya; yang tanpa satuan angkanya saja."""
    angka = r(indikator, hal)
    if not indikator.satuan or indikator.skala_kualitatif_id:
        return angka
    return f"{angka} {r(indikator, 'satuan')}"


def hasil(ukuran: Ukuran) -> str:
    """Target dan realisasi, atau keadaannya bila tidak ada nilainya."""
    satu = ukuran.indikator
    if {ukuran.keadaan_realisasi, ukuran.keadaan_target} & TANPA_HASIL:
        return f"Indikator {nama(satu)}: {r(satu, 'keterangan')}"
    target = bersatuan(satu, "target")
    realisasi = bersatuan(satu, "realisasi")
    if satu.skala_kualitatif_id:
        return f"Indikator {nama(satu)} ditargetkan memperoleh {target} dan memperoleh {realisasi}."
    return f"Indikator {nama(satu)} ditargetkan {target} dan terealisasi {realisasi}."


def capaian(ukuran: Ukuran) -> str:
    """Persen capaian dengan predikatnya bila skalanya ditetapkan."""
    satu = ukuran.indikator
    persen = f"Capaiannya {r(satu, 'capaian')}"
    if ukuran.predikat is None:
        return f"{persen}."
    return f"{persen} dengan predikat {r(satu, 'predikat')}."


def simpulan(ukuran: Ukuran) -> str:
    """Target tercapai atau belum; kosong bila capaiannya tidak dapat dihitung."""
    is_berhasil = is_tercapai(ukuran)
    if is_berhasil is None:
        return ""
    sebutan = "tercapai" if is_berhasil else "belum tercapai"
    return f"Target {nama(ukuran.indikator)} {sebutan}."


def is_tercapai(ukuran: Ukuran) -> bool | None:
    """`None` bila capaiannya tidak dapat dihitung."""
    rasio = ukuran.capaian.rasio
    if rasio is None:
        return None
    return rasio >= SERATUS


def terhadap_lalu(bahan: Bahan, ukuran: Ukuran) -> str:
    """Naik, turun atau tetap dari tahun lalu, hanya bila tahun itu ada dan besarannya sama."""
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
    selisih = ukuran.realisasi - lalu.realisasi
    return _perubahan(satu, (selisih > 0) - (selisih < 0))


def _perubahan(satu: Indikator, ubah: int) -> str:
    """Arah perubahannya, dan artinya bila yang rendah yang baik."""
    dulu = bersatuan(satu, "realisasi.tahun_lalu")
    kini = bersatuan(satu, "realisasi")
    if not ubah:
        return f"Realisasi {nama(satu)} tetap {kini} seperti pada tahun {{tahun_lalu}}."
    kalimat = (
        f"Realisasi {nama(satu)} {SEBUTAN_ARAH[ubah]} dari {dulu} pada tahun {{tahun_lalu}} "
        f"menjadi {kini} pada tahun {{tahun}}."
    )
    if satu.rumus.kalimat == RENDAH:
        return f"{kalimat} Indikator ini {RENDAH}."
    return kalimat


def terhadap_akhir(bahan: Bahan, ukuran: Ukuran) -> str:
    """Terhadap target tahun terakhir Renstra, selama tahun itu belum tiba."""
    satu = ukuran.indikator
    if ukuran.tahun >= bahan.kinerja.pengukuran.renstra.tahun_akhir:
        return ""
    target = bersatuan(satu, "target.akhir")
    persen = r(satu, "capaian.akhir")
    return f"Terhadap target akhir {{periode}}, yaitu {target}, hasil itu setara {persen}."


def penjelasan(ukuran: Ukuran) -> str:
    """Penjelasan yang ditulis bidang pada realisasinya."""
    if ukuran.isian is None:
        return ""
    return satu_baris(ukuran.isian.penjelasan)


def lengkap(bahan: Bahan, ukuran: Ukuran) -> str:
    """Paragraf satu indikator."""
    return bahan.kalimat(
        hasil(ukuran),
        capaian(ukuran),
        simpulan(ukuran),
        terhadap_lalu(bahan, ukuran),
        terhadap_akhir(bahan, ukuran),
        penjelasan(ukuran),
    )


def ringkas(bahan: Bahan, ukuran: Ukuran) -> str:
    """Hasil dan capaiannya saja."""
    return bahan.kalimat(hasil(ukuran), capaian(ukuran))
