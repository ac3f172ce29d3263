import briefcaseBusiness from 'lucide-static/icons/briefcase-business.svg?raw';
import building2 from 'lucide-static/icons/building-2.svg?raw';
import calendarDays from 'lucide-static/icons/calendar-days.svg?raw';
import circle from 'lucide-static/icons/circle.svg?raw';
import fileText from 'lucide-static/icons/file-text.svg?raw';
import flag from 'lucide-static/icons/flag.svg?raw';
import landmark from 'lucide-static/icons/landmark.svg?raw';
import mapPin from 'lucide-static/icons/map-pin.svg?raw';
import newspaper from 'lucide-static/icons/newspaper.svg?raw';
import packageBox from 'lucide-static/icons/package.svg?raw';
import pin from 'lucide-static/icons/pin.svg?raw';
import quote from 'lucide-static/icons/quote.svg?raw';
import scale from 'lucide-static/icons/scale.svg?raw';
import tag from 'lucide-static/icons/tag.svg?raw';
import userRound from 'lucide-static/icons/user-round.svg?raw';
import usersRound from 'lucide-static/icons/users-round.svg?raw';
import warehouse from 'lucide-static/icons/warehouse.svg?raw';

/** Icons that the vocabulary names, as the source of an SVG file. Another one is an import and a line here. */
const sources: ReadonlyMap<string, string> = new Map([
  ['briefcase-business', briefcaseBusiness],
  ['building-2', building2],
  ['calendar-days', calendarDays],
  ['circle', circle],
  ['file-text', fileText],
  ['flag', flag],
  ['landmark', landmark],
  ['map-pin', mapPin],
  ['newspaper', newspaper],
  ['package', packageBox],
  ['pin', pin],
  ['quote', quote],
  ['scale', scale],
  ['tag', tag],
  ['user-round', userRound],
  ['users-round', usersRound],
  ['warehouse', warehouse],
]);

/** The strokes of a Lucide icon on a grid of 24; those of a circle where the name is unknown. */
export function iconStrokes(name: string): string {
  const source = sources.get(name) ?? circle;
  return source.slice(source.indexOf('>', source.indexOf('<svg')) + 1, source.lastIndexOf('</svg>')).trim();
}
