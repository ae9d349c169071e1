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
DIHITUNG = "Realisasi setiap indikator dihitung langsung dari data {desa} dan {kecamatan}."
DILAPORKAN = "Realisasi setiap indikator diisi dinas; sumbernya disebut di bawah tabelnya."
KEDUANYA = (
    "Realisasi yang dapat diturunkan dari data {desa} dan {kecamatan} dihitung langsung dari data "
    "itu. Realisasi lainnya diisi dinas; sumbernya disebut di bawah tabelnya."
)
PALING_BANYAK = 10  # faktor yang dikutip dari evaluasi


def capaian_pengantar(bahan: Bahan) -> str:
    if not bahan.is_berindikator:
        return ""
    return naskah(
        bahan.kalimat(
            "Bagian ini membandingkan target dan realisasi kinerja {dinas} {kabupaten} tahun "
            "{tahun}.",
            "Rata-rata capaian indikator kinerja utama adalah {capaian.rata_iku}.",
        ),
        bahan.kalimat(*[_tercapai(bahan, jenis) for jenis in JENIS]),
        _asal(bahan),
    )


def _asal(bahan: Bahan) -> str:
    """Yang dihitung dari data hanya disebut bila ada."""
    dihitung = [bool(satu.indikator.sumber) for satu in bahan.ukuran(*JENIS)]
    if all(dihitung):
        return DIHITUNG.format(**bahan.sebutan)
    if any(dihitung):
        return KEDUANYA.format(**bahan.sebutan)
    return DILAPORKAN


def _tercapai(bahan: Bahan, jenis: str) -> str:
    """Berapa yang capaiannya seratus persen atau lebih."""
    terukur = bahan.banyak(f"banyak.{jenis}.terukur")
    tercapai = bahan.banyak(f"banyak.{jenis}.tercapai")
    if not terukur:
        return ""
    if terukur == 1:
        batas = "seratus persen atau lebih" if tercapai else "di bawah seratus persen"
        return f"Satu-satunya {SEBUTAN[jenis]} yang dapat dihitung bercapaian {batas}."
    if not tercapai:
        return (
            f"Tidak satu pun dari {{banyak.{jenis}.terukur}} {SEBUTAN[jenis]} "
            "yang dapat dihitung bercapaian seratus persen atau lebih."
        )
    return (
        f"Sebanyak {{banyak.{jenis}.tercapai}} dari {{banyak.{jenis}.terukur}} {SEBUTAN[jenis]} "
        "yang dapat dihitung bercapaian seratus persen atau lebih."
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
    if not bahan.is_berdesa:
        return tanpa_spm
    rujukan = "Klasifikasi nasional yang digunakan adalah status desa menurut {indeks}"
    if atur := bahan.menurut(Hal.INDEKS):
        rujukan = f"{rujukan}, yang diatur dalam {atur}"
    return naskah(tanpa_spm, f"{rujukan}.")


def analisis_penyebab(bahan: Bahan) -> str:
    """Tiap indikator dianalisis sendiri; di sini yang berlaku bagi beberapa sekaligus."""
    ukuran = bahan.ukuran(*JENIS)
    return naskah(desa.cara_membaca(bahan, ukuran), desa.perkembangan(bahan))


def keberhasilan(bahan: Bahan) -> str:
    return naskah(
        _menurut(bahan, True, "belum ada indikator yang bercapaian seratus persen."),
        _faktor(bahan, "pendorong"),
    )


def kendala(bahan: Bahan) -> str:
    return naskah(
        _menurut(bahan, False, "semua indikator yang dapat dihitung bercapaian seratus persen."),
        _faktor(bahan, "penghambat"),
    )


def _faktor(bahan: Bahan, kolom: str) -> str:
    """Daftar faktornya; disebut belum dicatat bila indikatornya sudah terhitung."""
    hasil = faktor(bahan, kolom)
    if hasil:
        return bernomor(hasil, f"Faktor {kolom} yang dicatat pada evaluasi:")
    if any(indikator.is_tercapai(u) is not None for u in bahan.ukuran(*JENIS)):
        return f"Faktor {kolom} belum dicatat pada pengukuran triwulan tahun {{tahun}}."
    return ""


def _menurut(bahan: Bahan, is_tercapai: bool, kosong: str) -> str:
    """Indikator yang tercapai, atau yang belum; kosong bila tidak satu pun terhitung."""
    terhitung = [u for u in bahan.ukuran(*JENIS) if indikator.is_tercapai(u) is not None]
    if not terhitung:
        return ""
    terpilih = [u for u in terhitung if indikator.is_tercapai(u) is is_tercapai]
    if not terpilih:
        return f"Pada tahun {{tahun}} {kosong}"
    batas = "seratus persen atau lebih" if is_tercapai else "di bawah seratus persen"
    hasil = [indikator.tercapai(satu) for satu in terpilih]
    return bernomor(hasil, f"Indikator yang bercapaian {batas} pada tahun {{tahun}}:")


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
