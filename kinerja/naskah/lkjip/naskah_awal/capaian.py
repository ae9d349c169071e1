"""BAB III.A: pengantar, standar nasional, analisis, keberhasilan dan kendala."""

from kinerja.models import Peraturan
from kinerja.naskah.lkjip.naskah_awal import desa, indikator
from kinerja.naskah.lkjip.naskah_awal.bahan import (
    PMD,
    Bahan,
    bernomor,
    naskah,
    satu_baris,
)

Hal = Peraturan.Hal
JENIS = ("iku", "ikk")
SEBUTAN = {"iku": "indikator kinerja utama", "ikk": "indikator kinerja kunci"}
PALING_BANYAK = 10  # faktor yang dikutip dari evaluasi


def capaian_pengantar(bahan: Bahan) -> str:
    return naskah(
        bahan.kalimat(
            "Bagian ini membandingkan target dan realisasi kinerja {dinas} {kabupaten} tahun "
            "{tahun}.",
            "Rata-rata capaian indikator kinerja utama adalah {capaian.rata_iku}.",
        ),
        bahan.kalimat(*[_tercapai(bahan, jenis) for jenis in JENIS]),
        "Realisasi yang dapat diturunkan dari data desa dan kecamatan dihitung langsung dari data "
        "tersebut; realisasi lainnya berasal dari laporan bidang penanggung jawab.",
    )


def _tercapai(bahan: Bahan, jenis: str) -> str:
    """Berapa yang capaiannya seratus persen atau lebih."""
    if not bahan.banyak(f"banyak.{jenis}"):
        return ""
    return (
        f"Dari {{banyak.{jenis}}} {SEBUTAN[jenis]}, {{banyak.{jenis}.terukur}} dapat dihitung "
        f"capaiannya dan {{banyak.{jenis}.tercapai}} di antaranya bercapaian seratus persen atau "
        "lebih."
    )


def standar_nasional(bahan: Bahan) -> str:
    tanpa_spm = ""
    spm = bahan.menurut(Hal.SPM)
    if spm and bahan.urusan == (PMD,):
        tanpa_spm = (
            "Urusan pemberdayaan masyarakat dan desa tidak termasuk urusan yang memiliki Standar "
            f"Pelayanan Minimal menurut {spm}, sehingga realisasi indikator dinas tidak "
            "dibandingkan dengan standar semacam itu."
        )
    rujukan = "Klasifikasi nasional yang digunakan adalah status desa menurut {indeks}"
    if atur := bahan.menurut(Hal.INDEKS):
        rujukan = f"{rujukan}, yang diatur dalam {atur}"
    return naskah(tanpa_spm, f"{rujukan}.")


def analisis_penyebab(bahan: Bahan) -> str:
    ukuran = bahan.ukuran(*JENIS)
    paragraf = [indikator.lengkap(bahan, satu) for satu in ukuran]
    return naskah(*paragraf, desa.cara_membaca(bahan, ukuran), desa.perkembangan(bahan))


def keberhasilan(bahan: Bahan) -> str:
    berhasil = [satu for satu in bahan.ukuran(*JENIS) if indikator.is_tercapai(satu)]
    hasil = bahan.terpilih(indikator.ringkas(bahan, satu) for satu in berhasil)
    kosong = ""
    if not hasil:
        kosong = "Pada tahun {tahun} belum ada indikator yang capaiannya seratus persen."
    return naskah(
        kosong,
        bernomor(hasil, "Indikator yang bercapaian seratus persen atau lebih pada tahun {tahun}:"),
        bernomor(faktor(bahan, "pendorong"), "Faktor pendorong yang dicatat pada evaluasi:"),
    )


def kendala(bahan: Bahan) -> str:
    belum = [satu for satu in bahan.ukuran(*JENIS) if indikator.is_tercapai(satu) is False]
    hasil = []
    for satu in belum:
        kalimat = bahan.kalimat(indikator.ringkas(bahan, satu), indikator.penjelasan(satu))
        hasil.append(kalimat)
    kosong = ""
    if not hasil:
        kosong = "Semua indikator yang dapat diukur pada tahun {tahun} bercapaian seratus persen."
    return naskah(
        kosong,
        bernomor(hasil, "Indikator yang capaiannya di bawah seratus persen pada tahun {tahun}:"),
        bernomor(faktor(bahan, "penghambat"), "Faktor penghambat yang dicatat pada evaluasi:"),
    )


def faktor(bahan: Bahan, kolom: str) -> list[str]:
    """Yang ditulis bidang pada pengukuran triwulan, tanpa ulangan, triwulan terakhir lebih dulu."""
    hasil: dict[str, None] = {}
    for sub in bahan.kinerja.pohon.sub:
        for triwulan in sorted(sub.ukur, reverse=True):
            tertulis = getattr(sub.ukur[triwulan], kolom)
            if tertulis.strip():
                hasil[f"{sub.obj.nama}: {satu_baris(tertulis)}"] = None
                break
    return list(hasil)[:PALING_BANYAK]
