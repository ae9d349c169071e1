"""Lembar IKU, IKK, Capaian Kinerja, dan lampiran Perjanjian Kinerja."""

from typing import Any

from kinerja.lembar import TEKS, UANG, Kepala, Kolom, Lembar, angka, judul, kaki, nomor

SEMPIT = Kolom("teks", 6)


def definisi(p: dict[str, Any]) -> Lembar:
    """Delapan kolom definisi indikator."""
    nama = (
        "No", "Sasaran Renstra", "Indikator", "Satuan", "Formula", "Penanggung Jawab", "Sumber Data", "Keterangan",
    )  # fmt: skip
    isi = [
        [i["nomor"], s["sasaran"], i["nama"], i["satuan"], formula(i), i["penanggung_jawab"], i["sumber_data"],
         i["keterangan"]]
        for s in p["indikator"]
        for i in s["indikator"]
    ]  # fmt: skip
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), Kolom("teks", 12), Kolom("teks", 50), TEKS, TEKS, TEKS]
    return Lembar(
        p["jenis"].upper(), kolom, [[Kepala(t) for t in nama], nomor(8)], isi, judul(p, p["periode"]), is_lanskap=True,
        kaki=kaki(p),
    )  # fmt: skip


def formula(i: dict[str, Any]) -> str:
    """`pembilang / penyebut × faktor` dalam satu baris."""
    if not i["penyebut"]:
        return str(i["pembilang"])
    kali = f" × {i['faktor']}" if i["faktor"] != 1 else ""
    return f"({i['pembilang']}) / ({i['penyebut']}){kali}"


def capaian(p: dict[str, Any]) -> Lembar:
    """Dua belas kolom; anggaran seluruh dinas pada baris pertama."""
    t = p["tahun"]
    kepala = [
        [*(Kepala(x, tinggi=3) for x in ("No", "Sasaran Strategis", "Indikator Kinerja")),
         Kepala(f"Capaian Tahun {t}", lebar=3), Kepala("Peningkatan dari Tahun Lalu", lebar=3),
         Kepala(f"Anggaran {t}", lebar=3)],
        [*(Kepala(x, tinggi=2) for x in ("Target", "Realisasi", "% Capaian")), Kepala("Realisasi", lebar=2),
         *(Kepala(x, tinggi=2) for x in ("Peningkatan", "Pagu", "Realisasi", "% Penyerapan"))],
        [Kepala(str(t)), Kepala(str(t - 1))],
        nomor(12),
    ]  # fmt: skip
    kolom = [SEMPIT, TEKS, Kolom("teks", 40), *[Kolom("desimal", 14)] * 6, UANG, UANG, Kolom("desimal", 12)]
    uang = p["anggaran"]
    isi = [
        [b["nomor"], b["sasaran"], b["nama"], *(angka(b[n]) for n in ("target", "realisasi", "capaian", "realisasi")),
         angka(b["lalu"]), angka(b["naik"]), *(angka(uang[n]) if i == 0 else None
                                                for n in ("pagu", "realisasi", "persen"))]
        for i, b in enumerate(p["baris"])
    ]  # fmt: skip
    return Lembar("Capaian Kinerja", kolom, kepala, isi, judul(p), is_lanskap=True, kaki=kaki(p))


def perjanjian(p: dict[str, Any]) -> list[Lembar]:
    """Lampiran: sasaran dan target, lalu anggaran dengan jumlahnya."""
    target = [
        [n, s["sasaran"], i["nama"], _target(i)] for n, s in enumerate(p["sasaran"], start=1) for i in s["indikator"]
    ]
    uang = [[n, u["kode"], u["nama"], angka(u["pagu"])] for n, u in enumerate(p["anggaran"], start=1)]
    return [
        Lembar(
            "Target", [SEMPIT, TEKS, Kolom("teks", 50), Kolom("teks", 18)],
            [[Kepala(t) for t in ("No", "Sasaran", "Indikator Kinerja", "Target")]], target, judul(p),
        ),
        Lembar(
            "Anggaran", [SEMPIT, Kolom("teks", 20), Kolom("teks", 50), Kolom("rupiah", 18, is_jumlah=True)],
            [[Kepala(t) for t in ("No", "Kode", p["sebutan"], "Anggaran (Rp)")]], uang, judul(p), jumlah="Jumlah",
        ),
    ]  # fmt: skip


def _target(i: dict[str, Any]) -> str:
    satuan = f" {i['satuan']}" if i["satuan"] else ""
    return f"{i['target']}{satuan}".replace(".", ",") if i["desimal"] is not None else str(i["target"])
