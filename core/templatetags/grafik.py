"""Tag templat untuk `core.grafik`; datanya dari payload, jadi gambar dan tabel selalu sama.

Tanpa data tag memberi tulisan kosong; templat memakainya sebagai syarat: `{% grafik_… as gambar %}`.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from core import grafik
from core.angka import format_angka
from core.grafik import Banding, Deret, Kelas, Petak

register = template.Library()

RATA = ("Rata-rata kecamatan", "Rata-rata kabupaten")
PUTIH = "#ffffff"
STATUS = {
    "MANDIRI": Kelas("Mandiri", "MD", "#14463d", PUTIH),
    "MAJU": Kelas("Maju", "MJ", "#4d8b6c", PUTIH, "miring"),
    "BERKEMBANG": Kelas("Berkembang", "BK", "#b7cda3"),
    "TERTINGGAL": Kelas("Tertinggal", "TG", "#e0b04f", pola="datar"),
    "SANGAT TERTINGGAL": Kelas("Sangat Tertinggal", "ST", "#a63d2f", PUTIH, "silang"),
}


def _svg(source: str) -> SafeString:
    return mark_safe(source)  # core.grafik meloloskan semua tulisannya


@register.simple_tag
def grafik_target(tabel: Any, nomor: int = 0) -> SafeString:
    """Target dan realisasi satu indikator per tahun, dari tabel beberapa tahun; sebutan tidak berbatang."""
    if nomor >= len(tabel.baris) or not tabel.tahun:
        return _svg("")
    baris = tabel.baris[nomor]
    deret = [
        Deret("Target", [v.angka for v in baris.target], grafik.WARNA[0]),
        Deret("Realisasi", [v.angka for v in baris.realisasi], grafik.WARNA[1]),
    ]
    label = [str(tahun) for tahun in tabel.tahun]
    return _svg(grafik.batang(baris.nama, label, deret, desimal=baris.desimal))


@register.simple_tag
def grafik_status(deret_tahun: Sequence[Any]) -> SafeString:
    """Banyak desa per status, satu batang per tahun."""
    label = [str(t.tahun) for t in deret_tahun]
    deret = _status(deret_tahun)
    return _svg(grafik.tumpuk("Status desa menurut IDM", label, deret) if label else "")


@register.simple_tag
def grafik_sebaran(selang: list[dict[str, Any]]) -> SafeString:
    """Banyak desa per selang IDM, satu batang tiap selang."""
    label = [format_angka(s["dari"], 2) for s in selang]
    deret = [Deret("Desa menurut IDM (tepi bawah selang)", [s["banyak"] for s in selang], grafik.WARNA[1])]
    return _svg(grafik.batang("Sebaran IDM desa", label, deret) if label else "")


@register.simple_tag
def grafik_desa(deret_tahun: Sequence[Any], tahun: int) -> SafeString:
    """Satu kotak tiap desa, diwarnai statusnya pada `tahun`; untuk sampul."""
    deret = _status([t for t in deret_tahun if t.tahun == tahun])
    return _svg(grafik.kotak_satuan(f"Status desa tahun {tahun}", deret) if deret[0].nilai else "")


def _status(deret_tahun: Sequence[Any]) -> list[Deret]:
    return [
        Deret(k.nama, [t.jumlah[nama] for t in deret_tahun], k.warna, k.tulisan, k.pola) for nama, k in STATUS.items()
    ]


@register.simple_tag
def grafik_petak(kelompok: list[dict[str, Any]], tahun: int, *, bertautan: bool = False) -> SafeString:
    """Peta petak: satu petak tiap desa menurut kecamatannya; di halaman tiap petak membuka desanya."""
    urutan = list(STATUS)
    isi = [
        (
            k["nama"],
            [
                Petak(
                    d["nomor"],
                    f"{d['nama']}: {STATUS[d['status']].nama if d['status'] else 'tanpa data'}",
                    urutan.index(d["status"]) if d["status"] else None,
                    d["url"] if bertautan else "",
                )
                for d in k["desa"]
            ],
        )
        for k in kelompok
    ]
    return _svg(grafik.petak(f"Status desa per kecamatan {tahun}", isi, list(STATUS.values())) if isi else "")


@register.simple_tag
def grafik_banding(baris: list[Any], judul: str, nama: str) -> SafeString:
    """Persen tiap dimensi satu desa di antara rata-rata kecamatan dan kabupatennya."""
    isi = [Banding(b.nama, b.desa, b.kecamatan, b.kabupaten) for b in baris]
    return _svg(grafik.banding(judul, isi, (nama, *RATA)) if isi else "")


@register.simple_tag
def grafik_radar(baris: list[Any], judul: str, nama: str) -> SafeString:
    """Radar dari baris yang sama."""
    deret = [
        Deret(nama, [b.desa for b in baris], grafik.WARNA[1]),
        Deret(RATA[0], [b.kecamatan for b in baris], grafik.WARNA[2]),
        Deret(RATA[1], [b.kabupaten for b in baris], grafik.WARNA[4]),
    ]
    return _svg(grafik.radar(judul, [b.nama for b in baris], deret))


@register.simple_tag
def grafik_riwayat(baris: list[dict[str, Any]], nama: str, desimal: int) -> SafeString:
    """Satu batang tiap tahun, satu indeks saja."""
    urut = sorted(baris, key=lambda b: b["tahun"])
    deret = [Deret(nama, [b["nilai"] for b in urut], grafik.WARNA[1])]
    return _svg(grafik.batang(f"{nama} per tahun", [str(b["tahun"]) for b in urut], deret, desimal=desimal))


@register.simple_tag
def grafik_penyerapan(baris: Sequence[Any]) -> SafeString:
    """Penyerapan anggaran per program."""
    rows = [(f"{b.kode} {b.nama}", b.persen) for b in baris]
    return _svg(grafik.mendatar("Penyerapan anggaran per program", rows) if rows else "")


@register.simple_tag
def grafik_capaian(setahun: Mapping[str, Sequence[Any]]) -> SafeString:
    """Capaian tiap IKU lalu IKK pada tahun laporan."""
    rows = [
        (f"{jenis.upper()} {b.nomor}. {b.nama}", b.capaian)
        for jenis in ("iku", "ikk")
        for sasaran in setahun[jenis]
        for b in sasaran.baris
    ]
    return _svg(grafik.mendatar("Capaian indikator kinerja", rows) if rows else "")


@register.simple_tag
def bagan_organisasi(kepala: str, bidang: Sequence[str]) -> SafeString:
    """Kepala dinas, sekretariat, dan bidang; `kepala` nama orangnya, boleh kosong."""
    sekretariat = [nama for nama in bidang if nama.lower().startswith("sekretariat")]
    lain = [nama for nama in bidang if nama not in sekretariat]
    atas = ["KEPALA DINAS", kepala] if kepala else ["KEPALA DINAS"]
    return _svg(grafik.bagan("Struktur organisasi", atas, sekretariat, lain) if bidang else "")
