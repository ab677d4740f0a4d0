import type { ReactNode } from 'react';
import 'react-readalong/styles.css';

export const metadata = { title: 'Readalong on Next' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
