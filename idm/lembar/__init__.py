"""Laporan IDM sebagai lembar kerja, dari isi yang sama dengan halaman dan PDF-nya."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from core.angka import format_angka
from core.tabel import Kepala, Kolom, Tabel
from documents.cetakan import Bagian, Cetakan, Paragraf
from documents.kepala import Kepala as KepalaNaskah
from idm.reports.peringkat import Peringkat
from idm.scoring import DESIMAL

ANGKA = Kolom("bulat", 14)
ARTI_PERINGKAT = "Nilai yang sama berbagi nomor. Perubahan hanya terhadap tahun lalu dengan instrumen yang sama."
NAMA, PANJANG = Kolom(lebar=28), Kolom(lebar=60)


def _lembar(
    isi: dict[str, Any], nama: str, kolom: Sequence[tuple[str, Kolom]], baris: Sequence[Any], **lain: Any
) -> Tabel:
    """Satu tabel dengan kop dan judulnya."""
    d = isi["dinas"]
    return Tabel(
        nama,
        [k for _, k in kolom],
        [[Kepala(teks) for teks, _ in kolom]],
        baris,
        judul=(
            f"Pemerintah {d.daerah}",
            d.nama,
            f"{isi['judul']} Tahun {isi['tahun']}",
            nama,
        ),
        **lain,
    )


def _nilai(desimal: int, lebar: int = 12, *, is_perubahan: bool = False) -> Kolom:
    """IDM empat desimal, skor Indeks Desa dua, seperti diterbitkan."""
    return Kolom("indeks" if desimal == DESIMAL else "skor", lebar, is_perubahan=is_perubahan)


def gambaran(isi: dict[str, Any]) -> list[Tabel]:
    """Gambaran kabupaten, satu lembar tiap tabelnya."""
    return [
        _status(isi),
        *_perpindahan(isi),
        _kecamatan(isi),
        peringkat(isi),
        petak(isi),
        _sebaran(isi),
        _terlemah(isi),
    ]


def _status(isi: dict[str, Any]) -> Tabel:
    tahun, tabel = isi["tahun"], isi["tabel"]
    kolom = [("Status", NAMA), (str(tahun - 1), Kolom("bulat", 14, True)), ("Perubahan", ANGKA)]
    kolom += [(str(tahun), Kolom("bulat", 14, True)), ("Perubahan", ANGKA)]
    baris = [[b.status.title(), b.lalu, b.perubahan_lalu, b.kini, b.perubahan_kini] for b in tabel.baris]
    return _lembar(isi, "Status", kolom, baris, jumlah="Jumlah", kaki=tabel.sumber)


def _perpindahan(isi: dict[str, Any]) -> list[Tabel]:
    """Matriks banyaknya, lalu desa yang bergeser."""
    nama = f"Perpindahan {isi['tahun'] - 1} ke {isi['tahun']}"
    if not isi["matriks"]:
        return []
    kolom = [("Dari ↓ ke →", NAMA), *((s["ke"].title(), ANGKA) for s in isi["matriks"][0]["sel"])]
    matriks = [[b["dari"].title(), *(s["banyak"] for s in b["sel"])] for b in isi["matriks"]]
    desa = [
        [d.kode, d.nama, str(d.kecamatan), b["dari"].title(), s["ke"].title(), s["arah"]]
        for b in isi["matriks"]
        for s in b["sel"]
        for d in s["desa"]
    ]
    judul = [
        ("Kode", Kolom(lebar=16)),
        ("Desa", NAMA),
        ("Kecamatan", NAMA),
        ("Dari", NAMA),
        ("Ke", NAMA),
        ("Arah", ANGKA),
    ]
    return [_lembar(isi, nama, kolom, matriks), _lembar(isi, "Desa yang bergeser", judul, desa)]


def _kecamatan(isi: dict[str, Any]) -> Tabel:
    rows = [*isi["kecamatan"], *([isi["kabupaten"]] if isi["kabupaten"] else [])]
    status = list(rows[0].status) if rows else []
    kolom = [("Kecamatan", NAMA), ("Desa", ANGKA), ("Rata-rata IDM", Kolom("indeks", 14))]
    kolom += [(s.title(), ANGKA) for s in status]
    baris = [[r.nama, r.banyak, r.idm, *r.status.values()] for r in rows]
    return _lembar(isi, "Rata-rata kecamatan", kolom, baris, tebal=frozenset([len(baris) - 1] if baris else []))


def peringkat(isi: dict[str, Any]) -> Tabel:
    """Semua desa, atau yang tersaring."""
    urut = isi["peringkat"]
    baris = [_satu_peringkat(satu) for satu in urut["baris"]]
    return _lembar(isi, "Peringkat", _kolom_peringkat(urut), baris, huruf=Decimal("7.5"))


def _kolom_peringkat(urut: dict[str, Any]) -> list[tuple[str, Kolom]]:
    lalu, desimal = urut["tahun"] - 1, urut["desimal"]
    return [
        ("No", Kolom("bulat", 6)),
        ("No di kec.", Kolom("bulat", 6)),
        ("Kode", Kolom(lebar=18)),
        ("Desa", Kolom(lebar=26)),
        ("Kecamatan", Kolom(lebar=26)),
        (urut["indeks"], _nilai(desimal, 10)),
        ("Status", Kolom(lebar=18)),
        (f"{urut['indeks']} {lalu}", _nilai(desimal, 10)),
        (f"Status {lalu}", Kolom(lebar=18)),
        ("Perubahan", _nilai(desimal, 14, is_perubahan=True)),
    ]


def _satu_peringkat(satu: Peringkat) -> list[Any]:
    return [
        satu.nomor,
        satu.nomor_kecamatan,
        satu.desa.kode,
        satu.desa.nama,
        str(satu.desa.kecamatan),
        satu.nilai,
        satu.status.title(),
        satu.lalu,
        satu.status_lalu.title(),
        satu.perubahan,
    ]


def cetakan_peringkat(isi: dict[str, Any]) -> Cetakan:
    """PDF peringkat: kop dan satu tabel, bukan naskah bertanda tangan."""
    dinas, tahun = isi["dinas"], isi["tahun"]
    kepala = KepalaNaskah(judul=isi["judul"], tahun=tahun, nomor="", tanggal=None, dinas=dinas, penanda_tangan=None)
    bagian = Bagian(
        judul=(isi["judul"], f"Tahun {tahun}"),
        tabel=(peringkat(isi),),
        penutup=(Paragraf(ARTI_PERINGKAT, "catatan"),),
        is_berkop=True,
        is_bertanda_tangan=False,
    )
    return Cetakan(kepala, (bagian,), None)


def petak(isi: dict[str, Any]) -> Tabel:
    """Tabel peta petak."""
    kolom = [("Kecamatan", NAMA), ("Petak", ANGKA), ("Desa", NAMA), ("Status", NAMA)]
    baris = [[k["nama"], int(d["nomor"]), d["nama"], d["status"].title()] for k in isi["petak"] for d in k["desa"]]
    return _lembar(isi, "Peta petak", kolom, baris)


def _sebaran(isi: dict[str, Any]) -> Tabel:
    kolom = [
        ("Dari", Kolom("desimal")),
        ("Sampai", Kolom("desimal")),
        ("Desa", Kolom("bulat", 12, True)),
        ("Ambang", NAMA),
    ]
    baris = [[s["dari"], s["sampai"], s["banyak"], s["ambang"].title()] for s in isi["sebaran"]]
    return _lembar(isi, "Sebaran", kolom, baris, jumlah="Jumlah")


def _terlemah(isi: dict[str, Any]) -> Tabel:
    skor = [s for s, _ in isi["terlemah"][0]["sebaran"]] if isi["terlemah"] else []
    kolom = [("Indikator", PANJANG), ("Dimensi", NAMA), ("Rata-rata skor", Kolom("desimal", 14))]
    kolom += [(f"Skor {s}", ANGKA) for s in skor]
    baris = [
        [str(t["indikator"]), t["indikator"].dimensi, t["rata"], *(n for _, n in t["sebaran"])] for t in isi["terlemah"]
    ]
    return _lembar(isi, "Indikator terlemah", kolom, baris, is_lanskap=True)


def profil(isi: dict[str, Any]) -> list[Tabel]:
    """Profil satu desa: dimensi, riwayat, dan tabel IDM."""
    lembar = [_dimensi(isi, u) for u in isi["ukuran"]]
    lembar += [_riwayat(isi, r) for r in isi["riwayat"]]
    return [*lembar, *([_tabel(isi)] if isi["tabel"] else [])] or [
        _lembar(isi, "Profil", [("Belum ada data", NAMA)], [])
    ]


def _dimensi(isi: dict[str, Any], u: Any) -> Tabel:
    persen = Kolom("persen", 16)
    kolom = [
        ("Dimensi", NAMA),
        (isi["desa"].nama, persen),
        ("Rata-rata kecamatan", persen),
        ("Rata-rata kabupaten", persen),
    ]
    nilai = format_angka(u.nilai, u.indeks.desimal)
    kaki = [f"{u.indeks.nama} {nilai}, status {u.row.get_status_display()}, {u.row.instrumen}."]
    kaki += [
        f"Peringkat {letak['nomor']} dari {letak['banyak']} desa di {nama}."
        for nama, letak in (("kecamatan", u.kecamatan), ("kabupaten", u.kabupaten))
    ]
    baris = [[b.nama, b.desa, b.kecamatan, b.kabupaten] for b in (*u.sub, *u.dimensi)]
    return _lembar(isi, f"Dimensi {u.indeks.nama}", kolom, baris, tebal=frozenset(range(len(u.sub))), kaki=kaki)


def _riwayat(isi: dict[str, Any], r: dict[str, Any]) -> Tabel:
    kolom = [("Tahun", Kolom(lebar=10)), (r["indeks"], _nilai(r["desimal"])), ("Perubahan", _nilai(r["desimal"]))]
    kolom += [(f"Status {r['indeks']}", NAMA), ("Instrumen", PANJANG)]
    baris = [[str(b["tahun"]), b["nilai"], b["perubahan"], b["status"].title(), b["instrumen"]] for b in r["baris"]]
    return _lembar(isi, f"Riwayat {r['indeks']}", kolom, baris)


def _tabel(isi: dict[str, Any]) -> Tabel:
    kolom = [("No.", Kolom("bulat", 6)), ("Indeks", Kolom(lebar=8)), ("Dimensi", NAMA), ("Indikator", Kolom(lebar=40))]
    kolom += [("Skor", Kolom("bulat", 8)), ("Kriteria", PANJANG), ("Skor berikutnya", ANGKA), ("Yang diminta", PANJANG)]
    baris = [
        [
            b.skor.indikator.posisi, t["indeks"].kode, b.skor.indikator.dimensi, str(b.skor.indikator), b.skor.skor,
            b.skor.kriteria or "tidak ada pada rubrik", b.berikut and b.berikut.skor, b.berikut and b.berikut.kriteria,
        ]
        for t in isi["tabel"]
        for b in t["baris"]
    ]  # fmt: skip
    return _lembar(isi, "Tabel IDM", kolom, baris, is_lanskap=True)
