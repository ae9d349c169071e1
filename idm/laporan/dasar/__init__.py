"""Yang dipakai bersama laporan IDM."""
