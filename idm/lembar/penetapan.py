"""Berita acara penetapan IDM sebagai lembar kerja."""

from core.tabel import Kepala, Kolom, Tabel
from documents.lembar.naskah import judul, kaki
from idm.reports.penetapan import IsiPenetapan

INDEKS = Kolom("indeks", 9)


def penetapan(p: IsiPenetapan) -> list[Tabel]:
    """Tabel desa dan lembar status; deret skor tetap tulisan."""
    desa = [
        [i, d.kode, d.nama, d.kecamatan, d.iks, d.ike, d.ikl, d.idm, d.status.title(), d.skor]
        for i, d in enumerate(p.desa, start=1)
    ]
    status = [[b.status.title(), b.lalu, b.kini, b.perubahan_kini] for b in p.tabel.baris]
    kolom_desa = ("No", "Kode", "Desa", "Kecamatan", "IKS", "IKE", "IKL", "IDM", "Status", "Deret skor")
    kolom_status = ("Status", str(p.tahun - 1), str(p.tahun), "Perubahan")
    teks = [Kolom("teks", lebar) for lebar in (6, 16, 26, 22)]
    bulat = Kolom("bulat", 12, is_jumlah=True)
    return [
        Tabel(
            "Desa",
            [*teks, *[INDEKS] * 4, Kolom("teks", 18), Kolom("teks", 56)],
            [[Kepala(k) for k in kolom_desa]],
            desa,
            judul(p),
            is_lanskap=True,
            kaki=kaki(p),
        ),
        Tabel(
            "Status",
            [Kolom("teks", 22), bulat, bulat, Kolom("bulat", 12)],
            [[Kepala(k) for k in kolom_status]],
            status,
            judul(p),
            jumlah="Jumlah",
        ),
    ]
