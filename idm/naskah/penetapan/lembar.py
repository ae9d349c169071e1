"""Berita acara penetapan IDM: lembar kerja, dan bagian-bagian cetaknya."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from core.display import alamat_luar
from core.letak import Letak
from core.periode import tanggal_panjang
from core.tabel import Kepala, Kolom, Rupa, Tabel
from documents.cetakan import BELUM_DIISI, Bagian, Paragraf
from documents.lembar.naskah import judul_berkop, kaki
from idm.indeks import IDM, indeks
from idm.naskah.penetapan.isi import IsiPenetapan, IsiStatusDesa
from idm.reports import is_seindeks

INDEKS = Kolom("indeks", 10)
DERET = Kolom("teks", 56)
BANYAK = Kolom("bulat", 12, is_jumlah=True)
PERUBAHAN = Kolom("bulat", 12)
NOMOR = Kolom("bulat", 6)
KOLOM_NAMA = 2
BERTAUT = (KOLOM_NAMA, 7)  # nama desa dan IDM-nya
HURUF = Decimal(9)  # tabel pendek
KOLOM_DESA = (
    ("No", NOMOR),
    ("Kode", Kolom("teks", 18)),
    ("Desa", Kolom("teks", 26)),
    ("Kecamatan", Kolom("teks", 26)),
    *((nama, INDEKS) for nama in ("IKS", "IKE", "IKL", "IDM")),
    ("Status", Kolom("teks", 20)),
)


def penetapan(isi: IsiPenetapan) -> list[Tabel]:
    """Tabel desa dan lembar status; deret skor tetap tulisan."""
    tanpa_skor = desa(isi)
    baris = []
    for sel, satu in zip(tanpa_skor.baris, isi.desa, strict=True):
        baris.append([*sel, satu.skor])
    berskor = replace(
        tanpa_skor,
        kolom=[*tanpa_skor.kolom, DERET],
        kepala=[[*tanpa_skor.kepala[0], Kepala("Deret skor")]],
        baris=baris,
        is_lanskap=True,
        kaki=kaki(isi),
    )
    return [berskor, status(isi)]


def desa(isi: IsiPenetapan) -> Tabel:
    """IDM dan status tiap desa."""
    baris = []
    for urut, satu in enumerate(isi.desa, start=1):
        letak = (satu.kode, satu.nama, satu.kecamatan)
        indeks = (satu.iks, satu.ike, satu.ikl, satu.idm)
        sebutan = satu.status.title()
        baris.append([urut, *letak, *indeks, sebutan])
    kode = [satu.kode for satu in isi.desa]
    return Tabel(
        "Desa",
        [kolom for _, kolom in KOLOM_DESA],
        [[Kepala(teks) for teks, _ in KOLOM_DESA]],
        baris,
        judul_berkop(isi),
        kosong=f"Belum ada desa dengan IDM tahun {isi.tahun}.",
        rupa=tautan_desa(isi.tahun, kode, BERTAUT),
    )


def tautan_desa(tahun: int, kode: Iterable[str], kolom: Sequence[int]) -> dict[Letak, Rupa]:
    """Tiap desa membuka profilnya pada tahun itu, juga dari salinan elektroniknya."""
    hasil = {}
    for baris, satu in enumerate(kode):
        url = alamat_luar("idm:angka", tahun=tahun, kode=satu)
        rupa = Rupa(url=url)
        for urut in kolom:
            hasil[baris, urut] = rupa
    return hasil


def status(isi: IsiStatusDesa) -> Tabel:
    """Banyak desa tiap status tahun lalu dan tahun ini, dan perubahannya."""
    lalu = str(isi.tahun - 1)
    kolom = ("Status", lalu, str(isi.tahun), "Perubahan")
    baris = []
    for satu in isi.tabel.baris:
        angka = (satu.lalu, satu.kini, satu.perubahan_kini)
        sebutan = satu.status.title()
        baris.append([sebutan, *angka])
    return Tabel(
        "Status",
        [Kolom("teks", 22), BANYAK, BANYAK, PERUBAHAN],
        [[Kepala(teks) for teks in kolom]],
        baris,
        judul_berkop(isi),
        jumlah="Jumlah",
        huruf=HURUF,
    )


def kecamatan(isi: IsiStatusDesa) -> Tabel:
    """Banyak desa per status tiap kecamatan."""
    semua = isi.tabel.baris
    status = [satu.status.title() for satu in semua]
    kolom = ("No", "Kecamatan", *status, "Jumlah")
    banyak = [BANYAK] * (len(status) + 1)
    baris = []
    for urut, satu in enumerate(isi.kecamatan, start=1):
        baris.append([urut, satu.nama, *satu.status, satu.jumlah])
    return Tabel(
        "Kecamatan",
        [NOMOR, Kolom("teks", 26), *banyak],
        [[Kepala(teks) for teks in kolom]],
        baris,
        jumlah="Jumlah",
        huruf=HURUF,
    )


def susunan(isi: IsiPenetapan) -> list[Bagian]:
    """Berita acara bertanda tangan dan kedua lampirannya."""
    return bagian(isi, desa(isi), _cara(isi))


def bagian(isi: IsiStatusDesa, desa: Tabel, cara: str) -> list[Bagian]:
    """Berita acara yang menyebut `cara` menghitungnya, lalu kecamatan dan `desa`-nya."""
    tahun = isi.tahun
    singkatan = indeks(tahun).singkatan
    banyak_desa = f"Banyak desa per status tiap kecamatan tahun {tahun}"
    return [
        _berita_acara(isi, len(desa.baris), cara),
        _lampiran("Lampiran 1", banyak_desa, kecamatan(isi)),
        _lampiran("Lampiran 2", f"{singkatan} dan status tiap desa tahun {tahun}", desa),
    ]


def _lampiran(nomor: str, nama: str, tabel: Tabel) -> Bagian:
    """Bertanda tangan berita acaranya saja."""
    return Bagian(judul=(nomor, nama), tabel=(tabel,), is_bertanda_tangan=False)


def _berita_acara(isi: IsiStatusDesa, banyak: int, cara: str) -> Bagian:
    """Nomor hanya disebut bila sudah ada."""
    nomor: tuple[str, ...] = ()
    if isi.nomor:
        nomor = (f"Nomor {isi.nomor}",)
    return Bagian(
        judul=(
            "Berita Acara",
            "Penetapan Status Kemajuan dan Kemandirian Desa",
            f"menurut {indeks(isi.tahun).nama} Tahun {isi.tahun}",
            *nomor,
            *filter(None, (isi.tanda,)),
        ),
        pembuka=(
            Paragraf(_penetapan(isi, banyak)),
            Paragraf(cara),
            Paragraf(f"Status desa tahun {isi.tahun} dan perubahannya", "tebal"),
        ),
        tabel=(status(isi),),
        penutup=(Paragraf(_perpindahan(isi)), Paragraf(_kuncian(isi))),
        is_berkop=True,
    )


def _penetapan(isi: IsiStatusDesa, banyak: int) -> str:
    """Kapan, di mana, menurut apa, dan berapa desa."""
    tanggal = BELUM_DIISI
    if isi.tanggal:
        tanggal = tanggal_panjang(isi.tanggal)
    dinas = isi.dinas
    regulasi = " dan ".join(isi.regulasi)
    dipakai = indeks(isi.tahun)
    sebutan = dipakai.nama
    if dipakai is IDM:
        sebutan = f"{sebutan} ({dipakai.singkatan})"
    return (
        f"Pada tanggal {tanggal} bertempat di {dinas.tempat}, berdasarkan {regulasi}, "
        f"{dinas.nama} {dinas.daerah} menetapkan {sebutan} dan status "
        f"{banyak} desa tahun {isi.tahun} sebagaimana lampiran berita acara ini."
    )


def _cara(isi: IsiPenetapan) -> str:
    """Rumus indeks dan instrumennya."""
    return (
        "IDM dihitung dari rata-rata Indeks Ketahanan Sosial (IKS), Indeks Ketahanan Ekonomi "
        "(IKE) dan Indeks Ketahanan Lingkungan (IKL), dibulatkan sekali ke empat desimal"
        f"{berinstrumen(isi)}."
    )


def berinstrumen(isi: IsiStatusDesa) -> str:
    """Sambungan kalimatnya; kosong bila instrumennya tidak diketahui."""
    if isi.instrumen:
        return f", dengan {' dan '.join(isi.instrumen)}"
    return ""


def _perpindahan(isi: IsiStatusDesa) -> str:
    """Yang tidak diketahui per desa tidak disebut nol."""
    lalu = isi.tahun - 1
    if isi.naik is None:
        sebab = "rincian desanya tidak diketahui"
        if not is_seindeks(lalu, isi.tahun):
            sebab = f"tahun {lalu} memakai {indeks(lalu).singkatan}"
        return f"Perpindahan status dari tahun {lalu} tidak dapat dihitung karena {sebab}."
    naik = f"{isi.naik} desa naik status"
    return f"Dibandingkan tahun {lalu}, {naik} dan {isi.turun} desa turun status."


def _kuncian(isi: IsiStatusDesa) -> str:
    """Akibat penetapan ini pada datanya."""
    return (
        f"Data {indeks(isi.tahun).singkatan} tahun {isi.tahun} terkunci sejak berita acara ini "
        "ditandatangani. Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya."
    )
