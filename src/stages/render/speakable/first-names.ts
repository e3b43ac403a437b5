/** Given names of English that are hardly ever a place, a company or a word: before a colon they label a speaker. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  (
    'Aaron Abby Adam Adrian Aisha Alan Alex Alice Alicia Alison Amanda Amber Amelia Amy Ana Andrea Andrew Andy Angela Anita ' +
    'Anna Anne Anthony Arthur Audrey Barbara Becky Ben Benjamin Beth Bill Bob Brian Bruce Caitlin Carl Carla Carlos Carol ' +
    'Caroline Catherine Chloe Chris Christine Claire Clara Colin Craig Dan Daniel Danielle Dave David Deborah Debra Denise ' +
    'Dennis Diana Diane Donna Doug Ed Edward Eleanor Elena Elizabeth Ella Ellen Ellie Emily Emma Eric Erica Erin Ethan Eva ' +
    'Evan Evelyn Fiona Fred Gary Gemma George Gina Graham Greg Hannah Harry Heather Helen Henry Holly Hugh Ian Isaac ' +
    'Isabel Isabella Ivan Ivy Jack Jacob Jake James Jamie Jane Janet Jason Jasper Jeff Jen Jenna Jennifer Jenny Jeremy Jess ' +
    'Jessica Jill Jim Joan Joanna Joe Joel Johanna John Jon Jonas Jonathan Joseph Josh Joshua Julia Julian Julie June Karen Kate ' +
    'Katherine Kathleen Katie Keith Kelly Ken Kevin Kim Kyle Laura Lauren Leah Lena Leo Liam Linda Lisa Liz Lucas Lucy ' +
    'Luke Maggie Marcus Margaret Maria Marie Mark Martha Martin Mary Matt Matthew Max Maya Megan Melissa Mia Michael ' +
    'Michelle Mike Mila Molly Monica Nancy Naomi Natalie Nathan Neil Nick Nicole Nina Nora Oliver Olivia Oscar Pam Pamela ' +
    'Patricia Patrick Paul Paula Peter Phil Philip Priya Rachel Ralph Ray Rebecca Richard Rick Rob Robert Robin Roger Ron ' +
    'Rosa Ruth Ryan Sally Sam Samantha Sandra Sara Sarah Scott Sean Sharon Simon Sophia Sophie Stella Stephanie Stephen ' +
    'Steve Steven Sue Susan Tara Ted Teresa Theo Theresa Thomas Tim Tina Todd Tom Tony Tracy Vanessa Vera Walter Wendy ' +
    'William Zach Zoe'
  ).split(' ')
)
