"""How problems and progress are shown: Chinese text for 80 columns, or one JSON object."""
