"""Yang dipakai bersama oleh naskah-naskah."""
