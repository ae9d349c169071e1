from collections.abc import Iterable
from difflib import get_close_matches
from functools import reduce
from operator import and_

from django.db import models
from django.db.models import Case, Q, When
from django.db.models.functions import Substr

from accounts.models import tahun_field
from core.models import Named
from core.querysets import ScopedQuerySet
from kinerja.aturan import kode

SEMIRIP = 0.75  # kata yang masih dianggap salah ketik
TERDEKAT = 3  # kode yang ditawarkan bagi kode yang tidak dikenal


class EdisiQuerySet(ScopedQuerySet):
    """Edisi menurut nomor keputusannya."""

    def get_by_natural_key(self, nomor: str) -> "EdisiNomenklatur":
        return self.get(nomor=nomor)


class EdisiNomenklatur(Named):
    """Satu keputusan yang menetapkan daftar kode, dan keputusan yang digantikannya."""

    kabupaten_path = None

    nomor = models.CharField("nomor keputusan", max_length=120, unique=True)
    tanggal = models.DateField("ditetapkan", null=True, blank=True)
    tahun_awal = tahun_field("berlaku sejak tahun")
    pendahulu = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="menggantikan",
        related_name="penerus",
    )
    catatan = models.TextField(blank=True)

    objects = EdisiQuerySet.as_manager()

    class Meta:
        verbose_name = "edisi nomenklatur"
        verbose_name_plural = "edisi nomenklatur"
        ordering = ["-tahun_awal", "-tanggal"]

    def __str__(self) -> str:
        return self.nomor

    def natural_key(self) -> tuple[str]:
        return (self.nomor,)


class NomenklaturQuerySet(ScopedQuerySet):
    """Kode menurut tahun berlakunya."""

    def get_by_natural_key(self, kode: str, tahun_awal: int) -> "Nomenklatur":
        return self.get(kode=kode, tahun_awal=tahun_awal)

    def valid_in(self, tahun: int) -> "NomenklaturQuerySet":
        """Kode yang berlaku pada `tahun`."""
        is_berlaku = Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun)
        return self.filter(is_berlaku, tahun_awal__lte=tahun)

    def not_ended(self, tahun: int) -> "NomenklaturQuerySet":
        """Yang berlaku pada `tahun` atau baru berlaku sesudahnya."""
        return self.filter(Q(tahun_akhir=None) | Q(tahun_akhir__gte=tahun))

    def matching(self, tulisan: str) -> "NomenklaturQuerySet":
        """Awal atau ujung kodenya, atau semua katanya ada pada nama."""
        kata = tulisan.split()
        if not kata:
            return self
        dicari = tulisan.strip(" .")
        if dicari[:1].isdigit():
            return self.filter(
                Q(kode__startswith=dicari)
                | Q(baku__startswith=kode.lengkap(dicari))
                | Q(kode__endswith=f".{dicari}")
            )
        return self.filter(reduce(and_, [Q(nama__icontains=satu) for satu in kata]))

    def spelled(self, tulisan: str) -> str:
        """Tulisan yang kata salah ketiknya diganti kata nomenklatur yang paling mirip."""
        semua = " ".join(self.values_list("nama", flat=True))
        kosakata = set(semua.lower().split())
        hasil = []
        for satu in tulisan.lower().split():
            mirip = []
            if not any(satu in kata for kata in kosakata):
                mirip = get_close_matches(satu, kosakata, n=1, cutoff=SEMIRIP)
            hasil += mirip or [satu]
        return " ".join(hasil)

    def nearest(self, tulisan: str, nama: str) -> "list[Nomenklatur]":
        """Yang senama, yang seinduk, lalu yang kodenya paling mirip."""
        hasil = list(self.filter(nama__iexact=nama.strip())[:TERDEKAT])
        seinduk = self.filter(kode__startswith=f"{kode.seinduk(tulisan)}.")
        for rows in (seinduk, self):
            kode_ada = {row.kode: row for row in rows}
            mirip = get_close_matches(tulisan, kode_ada, n=TERDEKAT)
            hasil += [kode_ada[satu] for satu in mirip]
        return list(dict.fromkeys(hasil))[:TERDEKAT]

    def own_first(self, urusan: Iterable[str]) -> "NomenklaturQuerySet":
        """Kode urusan itu di depan."""
        is_sendiri = Q(pk=None)
        for satu in urusan:
            is_sendiri |= Q(kode__startswith=f"{satu}.")
        urut = Case(When(is_sendiri, then=0), default=1)
        return self.order_by(urut, "kode", "tahun_awal")

    def same_as(self, tulisan: str) -> "NomenklaturQuerySet":
        """Semua terbitan kode yang menunjuk kegiatan yang sama: dua maupun empat angka."""
        return self.filter(baku=kode.baku(tulisan))

    def masalah(self, tulisan: str, tahun: int) -> str:
        """Mengapa `tulisan` tidak berlaku pada `tahun`; kosong bila berlaku atau asing."""
        if not tulisan:
            return ""
        terbitan = list(self.same_as(tulisan).select_related("padanan"))
        return masalah_kode(terbitan, tulisan, tahun)

    def sejenis(self, tulisan: str, tingkat: str, tahun: int) -> "NomenklaturQuerySet":
        """Setingkat pada tahun itu; kode provinsi (.1.) dan kabupaten/kota (.2.) terpisah."""
        berlaku = self.valid_in(tahun).filter(tingkat=tingkat)
        lingkup = kode.lingkup(tulisan)
        if not lingkup:
            return berlaku
        berlingkup = berlaku.annotate(lingkup=Substr("baku", kode.LETAK_LINGKUP, 1))
        return berlingkup.filter(lingkup=lingkup)

    def is_foreign(self, tulisan: str, tingkat: str, tahun: int) -> bool:
        """Tidak ada pada edisi mana pun, padahal daftar yang sejenis tahun itu dimuat."""
        if not tulisan or self.same_as(tulisan).exists():
            return False
        return self.sejenis(tulisan, tingkat, tahun).exists()

    def by_baku(self, tulisan: Iterable[str]) -> "dict[str, list[Nomenklatur]]":
        """Semua terbitan tiap kode, dikelompokkan menurut kode bakunya, dengan satu kueri."""
        dicari = {kode.baku(satu) for satu in tulisan}
        hasil: dict[str, list[Nomenklatur]] = {}
        for row in self.filter(baku__in=dicari).select_related("padanan"):
            hasil.setdefault(row.baku, []).append(row)
        return hasil


class Nomenklatur(Named):
    """Satu kode nomenklatur perencanaan dengan tahun berlakunya dan penerusnya."""

    kabupaten_path = None

    class TingkatKode(models.TextChoices):
        PROGRAM = "program", "Program"
        KEGIATAN = "kegiatan", "Kegiatan"
        SUB = "sub", "Sub kegiatan"

    kode = models.CharField(max_length=20)
    baku = models.CharField(
        "kode baku",
        max_length=20,
        editable=False,
        db_index=True,
    )
    tingkat = models.CharField(max_length=10, choices=TingkatKode)
    nama = models.TextField()
    tahun_awal = tahun_field("berlaku sejak tahun")
    tahun_akhir = tahun_field("berlaku sampai tahun", null=True, blank=True)
    padanan = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="diteruskan oleh",
        related_name="pendahulu",
    )
    indikator = models.TextField("indikator kinerja", blank=True)
    satuan = models.CharField(max_length=40, blank=True)
    edisi = models.ForeignKey(
        EdisiNomenklatur,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        help_text="Edisi pertama yang memuat kode ini dengan nama ini.",
    )
    regulasi = models.CharField(max_length=200)
    sumber = models.CharField("sumber", max_length=200, blank=True)

    objects = NomenklaturQuerySet.as_manager()

    class Meta:
        verbose_name = "nomenklatur"
        verbose_name_plural = "nomenklatur"
        ordering = ["baku", "tahun_awal"]
        constraints = [
            models.UniqueConstraint(fields=["kode", "tahun_awal"], name="nomenklatur_unik"),
            models.CheckConstraint(
                condition=Q(tahun_akhir=None) | Q(tahun_akhir__gte=models.F("tahun_awal")),
                name="nomenklatur_masa",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"

    def natural_key(self) -> tuple[str, int]:
        return (self.kode, self.tahun_awal)

    def is_valid_in(self, tahun: int) -> bool:
        """Tanpa tahun akhir berarti masih berlaku."""
        is_mulai = self.tahun_awal <= tahun
        is_berakhir = self.tahun_akhir is not None and self.tahun_akhir < tahun
        return is_mulai and not is_berakhir


SemuaTerbitan = list[Nomenklatur]


def terbitan_berlaku(terbitan: SemuaTerbitan, tahun: int) -> Nomenklatur | None:
    """Terbitan atau penerusnya yang berlaku pada `tahun`."""
    penerus = [n.padanan for n in terbitan if n.padanan]
    berlaku = (n for n in (*penerus, *terbitan) if n.is_valid_in(tahun))
    return next(berlaku, None)


def masalah_kode(terbitan: SemuaTerbitan, tulisan: str, tahun: int) -> str:
    """Kalimat bila `tulisan` tidak berlaku pada `tahun`; kode asing tidak dipersoalkan."""
    is_berlaku = any(n.kode == tulisan and n.is_valid_in(tahun) for n in terbitan)
    if not terbitan or is_berlaku:
        return ""
    benar = terbitan_berlaku(terbitan, tahun)
    if benar is None and all(n.tahun_awal > tahun for n in terbitan):
        return ""  # nomenklatur sebelum daftar ini tidak dimuat
    saran = ""
    if benar:
        saran = f" Yang berlaku {benar.kode} {benar.nama}."
    return f"Kode {tulisan} tidak berlaku pada tahun {tahun}.{saran}"
