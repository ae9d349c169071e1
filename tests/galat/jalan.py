"""Satu jalan gangguan: menyuntik, menenangkan, memeriksa, meringkas."""

import re
import sys
import time
from argparse import Namespace
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random

from django.db import connection, transaction

from documents import verification
from documents.models import Tugas
from tests.beban.akun import SANDI
from tests.galat import cadangan, naskah, pekerja, utuh
from tests.galat.medan import Medan, Tempat, create_akun, nyalakan, tunggu
from tests.galat.suntikan import SEMUA, Suntikan

SETELAH = 50  # gangguan di antara dua pemeriksaan seluruhnya
GALAT = re.compile(r"[\w.]*(Error|Exception)\b")
LAMA_TUGAS = 60  # detik sampai semua tugas berakhir


def write(kalimat: str) -> None:
    sys.stdout.write(f"{kalimat}\n")
    sys.stdout.flush()


def nasib(masalah: list[str]) -> str:
    return " | ".join(masalah) or "utuh"


@dataclass
class Jalan:
    """Satu jalan: gangguannya, yang dilanggar, dan lamanya sampai semuanya diperiksa."""

    medan: Medan
    benih: int
    pilihan: list[Suntikan]
    sidik_lock: int
    giliran: list[Suntikan] = field(default_factory=list)
    masalah: list[str] = field(default_factory=list)
    lama: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self.rantai = utuh.Rantai()

    def sekali(self, nomor: int) -> None:
        acak = Random(f"{self.benih}:{nomor}")
        suntikan = self._pilih(nomor, acak)
        mulai = time.monotonic()
        suntikan.apa(self.medan, acak)
        masalah = self.check()
        lama = time.monotonic() - mulai
        self.lama[suntikan.nama].append(lama)
        self.masalah += masalah
        write(f"{self.benih}:{nomor:<5}{suntikan.nama:<28}{lama:>5.1f} s  {nasib(masalah)}")

    def _pilih(self, nomor: int, acak: Random) -> Suntikan:
        """Menurut bobotnya; bila merata, semua jenis lebih dahulu bergiliran."""
        if nomor <= len(self.giliran):
            return self.giliran[nomor - 1]
        bobot = [satu.bobot for satu in self.pilihan]
        return acak.choices(self.pilihan, bobot)[0]

    def check(self, *, is_semuanya: bool = False) -> list[str]:
        """Yang dilanggar kini; selama itu tidak seorang pun bekerja."""
        self.medan.sehat()
        with self.medan.keramaian.tenang():
            masalah = self.medan.keramaian.check()
            with transaction.atomic():
                with connection.cursor() as kursor:
                    kursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                masalah += self._check_isi(is_semuanya=is_semuanya)
            connection.close()
        return masalah

    def _check_isi(self, *, is_semuanya: bool) -> list[str]:
        masalah = [*self.rantai.check(), *verification.verify()]
        masalah += utuh.check_tugas(self.medan.tugas, is_akhir=is_semuanya)
        if self.medan.naskah is not None:
            masalah += naskah.check(self.medan.naskah)
        if self.sidik_lock != naskah.sidik_lock():
            masalah.append("Ada yang tertulis pada tahun yang terkunci.")
        if is_semuanya:
            masalah += utuh.check_semuanya()
            masalah += naskah.check_cetakan()
        return masalah

    def check_semuanya(self) -> None:
        """Juga seluruh jejak, semua cetakan, dan tugas yang harus sudah berakhir."""
        milik = Tugas.objects.filter(pk__in=self.medan.tugas)
        self.medan.sehat()
        tunggu(lambda: not milik.active().exists(), LAMA_TUGAS)
        masalah = self.check(is_semuanya=True)
        self.masalah += masalah
        write(f"  seluruhnya: {nasib(masalah)}")


def jalan(argumen: Namespace) -> int:
    """Banyak pelanggaran."""
    tempat = Tempat()
    pilihan = terpilih(tempat, argumen)
    pekerja.daftar()
    naskah.kunci_wilayah(SANDI)
    create_akun(argumen.orang + 1)
    with nyalakan(tempat, argumen.orang, argumen.benih) as medan:
        medan.keramaian.tahun_lock = naskah.TAHUN
        satu = Jalan(medan, argumen.benih, pilihan, naskah.sidik_lock())
        if argumen.merata:
            satu.giliran = Random(argumen.benih).sample(pilihan, len(pilihan))
        medan.keramaian.boleh.set()
        banyak = ganggu(satu, argumen)
        satu.check_semuanya()
        if argumen.cadangan:
            masalah = list(cadangan.check(medan))
            satu.masalah += masalah
            write(f"  cadangan dan pemulihannya: {nasib(masalah)}")
        ringkas(satu, banyak)
        if satu.masalah:
            write(galat_tercatat(medan))
    return len(satu.masalah)


def terpilih(tempat: Tempat, argumen: Namespace) -> list[Suntikan]:
    """Gangguan yang dapat dicoba di sini; yang tidak dapat disebut."""
    pilihan, tiada = [], []
    for suntikan in SEMUA:
        if suntikan.perlu and not getattr(tempat, suntikan.perlu):
            tiada.append(suntikan.nama)
        elif argumen.hanya in suntikan.nama:
            pilihan.append(suntikan)
    write(f"Benih {argumen.benih}: bin/faults --benih {argumen.benih} --kali {argumen.kali}")
    if tiada:
        write(f"Tidak dapat dicoba di sini: {', '.join(tiada)}.")
    return pilihan


def ganggu(satu: Jalan, argumen: Namespace) -> int:
    """Sebanyak atau selama yang diminta; hasilnya banyak gangguannya."""
    batas = time.monotonic() + 60 * argumen.menit
    nomor = 0
    while nomor < argumen.kali and time.monotonic() < batas:
        nomor += 1
        satu.sekali(nomor)
        if nomor % SETELAH == 0:
            satu.check_semuanya()
    return nomor


def galat_tercatat(medan: Medan) -> str:
    """Galat pada catatan peladen dan pekerjanya, masing-masing dengan banyaknya."""
    semua = medan.catatan.read_text(errors="replace").splitlines()
    banyak = Counter(baris[:200] for baris in semua if GALAT.match(baris))
    return "\n".join(f"{kali:>5} × {baris}" for baris, kali in banyak.most_common())


def ringkas(satu: Jalan, banyak: int) -> None:
    """Tabel gangguannya, yang diperiksa, dan yang dilanggar."""
    orang = satu.medan.keramaian
    for nama, lama in sorted(satu.lama.items()):
        rerata = sum(lama) / len(lama)
        write(f"{nama:<28}{len(lama):>5}{rerata:>7.1f} s{max(lama):>7.1f} s")
    menurut = dict(sorted(orang.kode.items()))
    write(f"gangguan {banyak}, sel diakui {orang.diakui}, tugas diakui {len(satu.medan.tugas)}")
    write(f"ditolak karena terkunci {orang.tertolak}; jawaban {menurut}")
    write(f"dilanggar {len(satu.masalah)}")
