"""Kolom skor lembar Indeks Desa disandingkan dengan aspek edisinya, dan bobotnya diperiksa."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from core.angka import format_angka
from documents.impor import normal
from idm.impor.indeks_kepala import KolomAspek, PetaIndeks
from idm.models import DimensiIndeks, IndikatorIdm, Instrumen, SubdimensiIndeks
from idm.scoring import SKOR_TERTINGGI

Masalah = tuple[int, str]  # kolom, kalimatnya
SATU_ASPEK = {Decimal(SKOR_TERTINGGI)}
Tempat = list[tuple[int, str]]  # kolom, subdimensinya
PerSub = dict[str, list[KolomAspek]]


class SusunanLembar:
    """Satu lembar terhadap satu edisi.

    Bobot dibaca dari lembarnya dan dicocokkan dengan edisinya; aspeknya menurut judul kolomnya,
    lalu menurut urutannya di dalam subdimensi yang banyak kolom dan aspeknya sama.

    `masalah` menahan, `urut` aspek yang hanya cocok menurut urutannya, `baru` kolom yang aspeknya
    belum ada pada edisinya, `tak_terinci` subdimensi yang kolom skornya bukan tiap aspek.
    """

    def __init__(self, peta: PetaIndeks, instrumen: Instrumen) -> None:
        """Semua diperiksa sekali, sebelum barisnya dibaca."""
        self.peta = peta
        self.instrumen = instrumen
        self.dimensi = list(instrumen.dimensiindeks_set.all())
        sub = SubdimensiIndeks.objects.filter(dimensi__instrumen=instrumen)
        self.sub = list(sub.select_related("dimensi"))
        self.aspek = list(instrumen.indikatoridm_set.order_by("posisi"))
        self.masalah: list[Masalah] = []
        self.urut: list[tuple[KolomAspek, IndikatorIdm]] = []
        self.baru: list[tuple[KolomAspek, SubdimensiIndeks]] = []
        self.tak_terinci: list[str] = []
        self._check_dimensi()
        if peta.bobot:
            self._check_bobot()
        elif peta.aspek or peta.subdimensi:
            pesan = "Kolom subdimensi dan skor perlu baris bobot di bawah judulnya."
            self._salah(peta.kode, pesan)
        if not self.masalah:
            self._sandingkan()

    @property
    def is_aspek_lengkap(self) -> bool:
        """Setiap aspek mempunyai kolomnya."""
        ada = {satu.posisi for satu in self.peta.aspek}
        return all(satu.posisi in ada for satu in self.aspek)

    def _check_dimensi(self) -> None:
        """Semua dimensi edisinya ada, atau tidak satu pun dibaca."""
        for satu in self.dimensi:
            if satu.nama in self.peta.dimensi:
                continue
            pesan = f"Kolom dimensi {satu.nama} tidak ada."
            self._salah(self.peta.kode, pesan)

    def _check_bobot(self) -> None:
        """Bobot dimensi sama dengan edisinya, dan jumlah bagiannya sama dengan bobotnya."""
        for satu in self.dimensi:
            letak = self.peta.dimensi.get(satu.nama)
            if letak is None:
                continue
            bobot = self.peta.bobot[letak]
            if bobot != satu.maksimum and not self._is_bertambah(satu, bobot):
                tertulis = format_angka(bobot)
                edisi = f"{self.instrumen} mencatat {satu.maksimum}; buat edisi berikutnya"
                pesan = f"Bobot {satu.nama} {tertulis}, {edisi}."
                self._salah(letak, pesan)
            self._check_jumlah(satu.nama, letak, bobot)

    def _is_bertambah(self, dimensi: DimensiIndeks, bobot: Decimal) -> bool:
        """Lebihnya seluruhnya aspek baru subdimensinya, pada edisi yang belum dipakai."""
        if self.instrumen.is_dipakai:
            return False
        milik = [satu for satu in self.sub if satu.dimensi_id == dimensi.pk]
        tambahan = SKOR_TERTINGGI * sum(map(self._tambahan, milik))
        return tambahan > 0 and bobot - dimensi.maksimum == tambahan

    def _tambahan(self, sub: SubdimensiIndeks) -> int:
        """Banyak aspek baru menurut bobotnya; nol bila lebihnya bukan kelipatan satu aspek."""
        letak = self.peta.subdimensi.get(sub.nama)
        bobot = self.peta.bobot.get(letak) if letak is not None else None
        if bobot is None or bobot <= sub.maksimum:
            return 0
        banyak, sisa = divmod(bobot - sub.maksimum, SKOR_TERTINGGI)
        return 0 if sisa else int(banyak)

    def _check_jumlah(self, dimensi: str, letak: int, bobot: Decimal) -> None:
        """Subdimensi yang dimuat lembarnya berjumlah bobot dimensinya."""
        bagian = []
        for satu in self.sub:
            if satu.dimensi.nama == dimensi:
                bagian.append(satu.nama)
        termuat = [nama for nama in bagian if nama in self.peta.subdimensi]
        if len(termuat) != len(bagian):
            return
        kolom = [self.peta.subdimensi[nama] for nama in termuat]
        jumlah = self._jumlah(kolom)
        if jumlah == bobot:
            return
        tertulis = format_angka(bobot)
        rinci = format_angka(jumlah)
        pesan = f"Bobot {dimensi} {tertulis}, subdimensinya berjumlah {rinci}."
        self._salah(letak, pesan)

    def _jumlah(self, kolom: Iterable[int]) -> Decimal:
        """Bobot kolom-kolom itu; yang kosong tidak menambah."""
        jumlah = Decimal(0)
        for letak in kolom:
            bobot = self.peta.bobot.get(letak)
            if bobot is not None:
                jumlah += bobot
        return jumlah

    def _salah(self, kolom: int, pesan: str) -> None:
        """Yang menahan pembacaan lembarnya."""
        masalah = (kolom, pesan)
        self.masalah.append(masalah)

    def _sandingkan(self) -> None:
        """Menurut judulnya, lalu menurut urutan di dalam subdimensinya."""
        if not self.peta.aspek:
            return
        per_sub = self._per_subdimensi()
        if per_sub is None:
            pesan = "Bobot kolom skor tidak berjumlah bobot subdimensinya."
            pertama = self.peta.aspek[0]
            self._salah(pertama.kolom, pesan)
            return
        dikenal = _menurut_judul(self.aspek)
        per_nama = {satu.nama: satu for satu in self.sub}
        for nama, kolom in per_sub.items():
            sub = per_nama.get(nama)
            if sub is None:
                self.tak_terinci.append(nama)
            else:
                self._satu_subdimensi(sub, kolom, dikenal)

    def _satu_subdimensi(
        self,
        sub: SubdimensiIndeks,
        kolom: list[KolomAspek],
        dikenal: dict[str, IndikatorIdm],
    ) -> None:
        """Disandingkan bila kolomnya satu tiap aspek, juga aspek yang baru."""
        milik = [satu for satu in self.aspek if satu.variabel == sub.nama]
        bobot = {self.peta.bobot.get(satu.kolom) for satu in kolom}
        tambahan = self._tambahan(sub)
        if len(kolom) == len(milik) + tambahan and bobot == SATU_ASPEK:
            self._perbesar(sub, self._pasangkan(kolom, milik, dikenal))
        elif tambahan:
            pesan = f"Bobot {sub.nama} bertambah, tetapi kolom skornya bukan satu tiap aspek."
            self._salah(self.peta.subdimensi[sub.nama], pesan)
        else:
            self.tak_terinci.append(sub.nama)

    def _perbesar(self, sub: SubdimensiIndeks, kolom: Sequence[KolomAspek]) -> None:
        """Aspek baru menempati akhir deret; yang tersimpan baru berubah sesudah orang menerima."""
        for satu in kolom:
            terakhir = self.aspek[-1].posisi
            aspek = IndikatorIdm(
                instrumen=self.instrumen,
                posisi=terakhir + 1,
                dimensi=sub.dimensi.nama,
                variabel=sub.nama,
            )
            satu.posisi = aspek.posisi
            self.aspek.append(aspek)
            self.baru.append((satu, sub))
            sub.maksimum += SKOR_TERTINGGI
            for dimensi in self.dimensi:
                if dimensi.pk == sub.dimensi_id:
                    dimensi.maksimum += SKOR_TERTINGGI

    def _pasangkan(
        self,
        kolom: list[KolomAspek],
        milik: list[IndikatorIdm],
        dikenal: dict[str, IndikatorIdm],
    ) -> list[KolomAspek]:
        """Yang judulnya dikenal dahulu; sisanya menurut urutannya dan menunggu keputusan orang.

        Hasilnya kolom yang lebih dari aspek edisinya.
        """
        sisa = list(milik)
        belum = []
        for satu in kolom:
            judul = _baku(satu.judul)
            aspek = dikenal.get(judul)
            if aspek in sisa:
                satu.posisi = aspek.posisi
                sisa.remove(aspek)
            else:
                belum.append(satu)
        for satu, aspek in zip(belum, sisa, strict=False):
            satu.posisi = aspek.posisi
            pasangan = (satu, aspek)
            self.urut.append(pasangan)
        return belum[len(sisa) :]

    def _per_subdimensi(self) -> PerSub | None:
        """Kolom skor tiap subdimensi: di kanan judulnya, atau di kirinya; `None` bila bukan."""
        judul = self.peta.subdimensi.items()
        tempat = sorted((letak, nama) for nama, letak in judul)
        for is_kanan in (True, False):
            per_sub = _bagi(self.peta.aspek, tempat, is_kanan)
            if per_sub is not None and self._is_berjumlah(per_sub):
                return per_sub
        return None

    def _is_berjumlah(self, per_sub: PerSub) -> bool:
        """Bobot skor tiap subdimensi berjumlah bobotnya."""
        for nama, letak in self.peta.subdimensi.items():
            kolom = per_sub.get(nama, [])
            jumlah = self._jumlah(satu.kolom for satu in kolom)
            if jumlah != self.peta.bobot.get(letak):
                return False
        return True


def _bagi(aspek: Sequence[KolomAspek], tempat: Tempat, is_kanan: bool) -> PerSub | None:
    """Tiap kolom skor milik judul subdimensi terdekat di satu sisinya."""
    per_sub: PerSub = {}
    for satu in aspek:
        kiri = [nama for letak, nama in tempat if letak < satu.kolom]
        kanan = [nama for letak, nama in tempat if letak > satu.kolom]
        sebelah = kanan[:1]
        if is_kanan:
            sebelah = kiri[-1:]
        if not sebelah:
            return None
        satu.subdimensi = sebelah[0]
        milik = per_sub.setdefault(satu.subdimensi, [])
        milik.append(satu)
    return per_sub


def _menurut_judul(aspek: Sequence[IndikatorIdm]) -> dict[str, IndikatorIdm]:
    """Judul kolom yang dikenal tiap aspek; judul yang dipakai dua aspek tidak dikenal."""
    hasil: dict[str, IndikatorIdm] = {}
    kembar: set[str] = set()
    for satu in aspek:
        tulisan = (satu.kode, str(satu), satu.judul_lembar)
        sebutan = {_baku(teks) for teks in tulisan if teks}
        kembar |= sebutan.intersection(hasil)
        hasil |= dict.fromkeys(sebutan, satu)
    for teks in kembar:
        del hasil[teks]
    return hasil


def _baku(judul: str) -> str:
    """Tanpa kata “skor” di depannya."""
    return normal(judul).removeprefix("skor ")
