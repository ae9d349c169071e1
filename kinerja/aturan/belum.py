"""Kalimat pengganti bagi yang belum diketahui: apa yang belum dapat dihitung, dan sebabnya."""

from collections.abc import Callable, Mapping, Sequence

Suku = Sequence[str]  # bagian kunci rujukan, dipisah titik
TIDAK_ADA = "(tidak dapat dihitung)"
UANG = {
    "pagu": "pagu anggaran",
    "realisasi": "realisasi anggaran",
    "persen": "penyerapan anggaran",
    "sisa": "sisa anggaran",
    "sisa_persen": "sisa anggaran",
    "efisiensi": "efisiensi penggunaan anggaran",
}
AKIP = {"nilai": "nilai evaluasi AKIP", "kategori": "kategori evaluasi AKIP"}
DATA = "datanya belum lengkap"
SEBAB = {
    "akip": "hasil evaluasinya belum diisi",
    "capaian": "realisasi atau target indikatornya belum diisi",
    "idm": "status desanya belum ada",
    "pegawai": "rekap pegawai belum diisi",
}
Angka = Mapping[str, str]


def is_belum(tulisan: str) -> bool:
    """Tulisan rujukan yang angkanya tidak diketahui."""
    return tulisan.startswith(TIDAK_ADA)


def kalimat(kunci: Sequence[str], angka: Angka) -> str:
    """`Realisasi dan sisa anggaran belum dapat dihitung karena …`, tanpa titik."""
    semua = dict.fromkeys(map(sebutan, kunci))
    *awal, akhir = semua
    pokok = akhir
    if awal:
        depan = ", ".join(awal)
        pokok = f"{depan} dan {akhir}"
    pertama, *_ = kunci
    mengapa = sebab(pertama, angka)
    besar = pokok[0].upper()
    return f"{besar}{pokok[1:]} belum dapat dihitung karena {mengapa}"


def sebutan(kunci: str) -> str:
    """Kunci rujukan dengan kata."""
    suku = kunci.split(".")
    pokok = suku[0]
    susun = SUSUN.get(pokok)
    if susun:
        return susun(suku)
    nama = pokok.replace("_", " ")
    if len(suku) == 1:
        return nama
    return f"banyak {nama}"


def _indikator(suku: Suku) -> str:
    """`iku.2.1.capaian.tahun_lalu`: capaian IKU 2.1 tahun lalu."""
    jenis, *sisa = suku
    nomor = [satu for satu in sisa[:2] if satu.isdecimal()]
    hal, *tahun = sisa[len(nomor) :]
    besar = jenis.upper()
    kode = ".".join(nomor)
    return f"{hal} {besar} {kode}{_tahun(tahun)}"


def _tahun(suku: Suku) -> str:
    """Tahun lain daripada tahun laporan disebut."""
    if not suku:
        return ""
    if suku[0] == "tahun_lalu":
        return " tahun lalu"
    return f" tahun {suku[0]}"


def _uang(suku: Suku) -> str:
    return UANG.get(suku[1], "angka anggaran")


def _program(suku: Suku) -> str:
    """Kodenya sendiri bertitik."""
    _, *nomor, hal = suku
    if not nomor:
        return "banyak program"
    nama = UANG.get(hal, hal)
    kode = ".".join(nomor)
    return f"{nama} program {kode}"


def _idm(suku: Suku) -> str:
    """`idm.tahun_lalu.maju`: banyak desa Maju tahun lalu."""
    _, tahun, status, *_ = suku
    nama = ""
    if status != "jumlah":
        kata = status.replace("_", " ")
        nama = f" {kata.title()}"
    lain = []
    if tahun != "tahun":
        lain.append(tahun)
    return f"banyak desa{nama}{_tahun(lain)}"


SUSUN: dict[str, Callable[[Suku], str]] = {
    "iku": _indikator,
    "ikk": _indikator,
    "anggaran": _uang,
    "program": _program,
    "idm": _idm,
    "akip": lambda suku: AKIP[suku[1]],
    "capaian": lambda suku: "rata-rata capaian IKU",
}


def sebab(kunci: str, angka: Angka) -> str:
    """Mengapa angka itu tidak diketahui, menurut angka lain yang menentukannya."""
    awal, _, _ = kunci.partition(".")
    if awal in {"iku", "ikk"}:
        return _sebab_indikator(kunci, angka)
    if awal in {"anggaran", "program"}:
        return _sebab_uang(kunci, angka)
    return SEBAB.get(awal, DATA)


def _sebab_indikator(kunci: str, angka: Angka) -> str:
    """Realisasi, lalu target; bila keduanya ada, nilainya tidak dapat dihadapkan."""
    for hal in ("realisasi", "target"):
        lain = kunci.replace("capaian", hal).replace("predikat", hal)
        if is_belum(angka.get(lain, "")):
            return f"{hal}nya belum diisi"
    return "nilainya tidak dapat dihadapkan dengan targetnya"


def _sebab_uang(kunci: str, angka: Angka) -> str:
    """Pagu, lalu realisasi; efisiensi juga perlu capaian."""
    pokok, _, _ = kunci.removesuffix(".terbilang").rpartition(".")
    for hal in ("pagu", "realisasi"):
        if is_belum(angka.get(f"{pokok}.{hal}", "")):
            return f"{hal} belum diisi"
    if kunci == "anggaran.efisiensi":
        return "rata-rata capaian IKU belum diketahui"
    return DATA
