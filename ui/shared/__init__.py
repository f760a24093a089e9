"""What every page uses: theme, icons, forms, notices, tasks, refresh."""
